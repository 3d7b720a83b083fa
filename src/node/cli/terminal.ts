/** What a person sees of a run: a bar on a terminal, nothing in a pipe; problems and results in any case. */
import { SingleBar } from 'cli-progress';
import type { Problem } from '../../errors.ts';
import type { OnProgress, Stage } from '../run/progress.ts';

const STAGES: Readonly<Record<Stage, string>> = {
  extract: '阅读 reading articles  ',
  resolve: '归并 resolving names   ',
  graph: '布局 laying out graph  ',
  write: '写出 writing files     ',
  store: '入库 storing network   ',
};

/** Shows progress on stderr while it is a terminal. */
export function createProgressBar(): { onProgress: OnProgress; stop(): void } {
  if (!process.stderr.isTTY) return { onProgress: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: '{stage} {bar} {percentage}%  {documents} articles{trouble}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    fps: 8,
  });
  let running = false;
  return {
    onProgress({ stage, done, total, documents, problems }) {
      const payload = {
        stage: STAGES[stage],
        documents,
        trouble: problems > 0 ? `, ${problems} problems` : '',
      };
      if (!running) bar.start(total, done, payload);
      running = true;
      bar.setTotal(total);
      bar.update(done, payload);
    },
    stop: () => bar.stop(),
  };
}

/** Prints what a user has to know of the run itself, on stderr. */
export function printNotes(notes: readonly string[]): void {
  for (const note of notes) process.stderr.write(`· ${printable(note)}\n`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** Text of files and their names as a terminal may show it: nothing in it moves the cursor or hides what is said. */
export function printable(text: string): string {
  return text.replace(CONTROLS, '\uFFFD');
}

/** How many problems are printed one by one; the rest are counted. */
const PROBLEMS_SHOWN = 20;

/** Prints problems on stderr. */
export function printProblems(problems: readonly Problem[]): void {
  for (const { message } of problems.slice(0, PROBLEMS_SHOWN)) process.stderr.write(`! ${printable(message)}\n`);
  const more = problems.length - PROBLEMS_SHOWN;
  if (more > 0) process.stderr.write(`! … and ${more} more problems\n`);
}

/** Prints a line on stdout. */
export function print(line: string): void {
  process.stdout.write(`${printable(line)}\n`);
}

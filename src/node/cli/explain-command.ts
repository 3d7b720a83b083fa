/** `guanxi explain`: why an article was read as it was. */
import type { ExplainedSentence, ExplainedTie, Reading } from '../../explanation.ts';
import { explain } from '../../explanation.ts';
import { loadConfig } from '../config.ts';
import { readCorpus } from '../corpus/read-corpus.ts';
import { loadResources } from '../resources.ts';
import { EXIT } from './exit.ts';
import { print, printable } from './terminal.ts';

/** Options as commander gives them. */
export interface ExplainCommandOptions {
  readonly config?: string;
  readonly json?: boolean;
  readonly least: number;
}

/** Explains every article of some files. Exit code 1 when one could not be read. */
export async function explainCommand(paths: readonly string[], options: ExplainCommandOptions): Promise<void> {
  const resources = loadResources(await loadConfig(options.config));
  for await (const result of readCorpus([...paths])) {
    if ('problem' in result) {
      process.stderr.write(`guanxi: ${printable(result.problem.message)}\n`);
      process.exitCode = EXIT.partial;
      continue;
    }
    const { document } = result;
    const sentences = explain(document, resources, options.least);
    if (options.json === true) process.stdout.write(`${JSON.stringify({ id: document.id, sentences })}\n`);
    else print([`# ${document.title ?? document.id}`, ...sentences.map(describeSentence)].join('\n\n'));
  }
}

function describeSentence({ text, readings, ties }: ExplainedSentence): string {
  const lines = [text.trim().replace(/\s+/g, ' ')];
  for (const reading of readings) lines.push(describeReading(reading));
  for (const tie of ties) lines.push(describeTie(tie));
  return lines.join('\n');
}

const percent = (value: number) => value.toFixed(2);

function describeReading({ text, type, score, votes, verdict, by }: Reading): string {
  const mark = verdict === 'chosen' ? '✓' : '·';
  const why =
    verdict === 'unsure' ? '  (too unsure)' : verdict === 'outweighed' ? `  (${by.join('、')} fits better)` : '';
  const said = votes.map((vote) => `${vote.source} ${percent(vote.score)}`).join(', ');
  return `  ${mark} ${text}  ${type} ${percent(score)}  ← ${said}${why}`;
}

function describeTie({ type, sourceName, targetName, confidence, rule, source: _, target: __, ...rest }: ExplainedTie) {
  const attributes = Object.entries(rest).map(([name, value]) => `${name}=${value}`);
  return `  → ${sourceName} ${type} ${targetName}  ${percent(confidence)}  ← ${[rule, ...attributes].join(', ')}`;
}

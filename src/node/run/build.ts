/** `build`: from a folder of news to a folder with the network. */
import { performance } from 'node:perf_hooks';
import { resolveConfig } from '../../config/resolve.ts';
import type { Config } from '../../config/schema.ts';
import { lapseProblems } from '../../curation/describe.ts';
import { LEDGER_ADDRESS, type PublishedLedger } from '../../curation/published.ts';
import { GuanxiError, type Problem } from '../../errors.ts';
import { outputFiles } from '../../outputs/files.ts';
import { type FileList, listFiles } from '../corpus/files.ts';
import { type LedgerFile, ledgerOf, readLedger } from '../ledger/ledger-file.ts';
import { type Store, withStore } from '../store/store.ts';
import { copyExplorer } from '../write/explorer.ts';
import { isUntouched, openOutput, type WrittenFile } from '../write/output.ts';
import { draw } from './draw.ts';
import { createExtractor, type Extractor } from './extractor.ts';
import { fingerprintProgram } from './fingerprint.ts';
import { fingerprintOutput, type Layout, type Outcome, readOutputNote, setOutputNote } from './output-note.ts';
import type { OnProgress, Stage } from './progress.ts';
import { createResolver, type Resolver } from './resolver.ts';
import { type UpdateSummary, updateStore } from './update-store.ts';

/** What to build. */
export interface BuildOptions {
  /** Files and folders. */
  readonly paths: readonly string[];
  /** The folder to write. */
  readonly output: string;
  readonly config: Config;
  /** The ledger of decisions; `curation.jsonl` in the first folder unless told otherwise. */
  readonly curation?: string;
  /** Encoding of all text files, where detection is not wanted. */
  readonly encoding?: string;
  readonly workers: number;
  readonly onProgress?: OnProgress;
  /** Extracts with this configuration; stays open, for the next build. Without it one is made, and closed at the end. */
  readonly extractor?: Extractor;
  /** Resolves with this configuration and remembers, for the next build. Without it everything is resolved anew. */
  readonly resolver?: Resolver;
  /**
   * With `keep`, nodes stay where the last build put them, as a page that is open wants; the canonical layout, which
   * depends on the corpus alone, is the default. After a small change a resolver that remembers then measures only what
   * has changed.
   */
  readonly layout?: Layout;
  /**
   * With `later`, a change that is only followed goes into the store and not into the files, which take longer to write;
   * the next build writes them.
   */
  readonly files?: 'now' | 'later';
}

/** What was built. */
export interface BuildSummary extends Outcome {
  readonly problems: readonly Problem[];
  /** What had to be read and extracted. */
  readonly update: UpdateSummary;
  /** True when the output folder held this very network already, and nothing was written. */
  readonly unchanged: boolean;
  /** True when the store has this network and the files are still of one before; see {@link BuildOptions.files}. */
  readonly filesBehind: boolean;
  /** Sentences that the user has to know: a damaged store was set aside. */
  readonly notes: readonly string[];
  /** Milliseconds of each stage. */
  readonly times: Readonly<Record<Stage, number>>;
}

/**
 * Reads what is new, extracts, resolves, lays out and writes. What was read stays in a store in the output folder, so
 * that the next build does only what is new; the files are the same as if everything were. Trouble with single files
 * or articles is collected in `problems`.
 *
 * @throws GuanxiError `READ_NOT_FOUND`, `READ_NO_FILES`, `READ_ENCODING`, `LEDGER_UNREADABLE`, `BUILD_NO_DOCUMENTS`, `BUILD_BUSY`,
 * `STORE_FAILED`, `WRITE_FAILED`, `EXPLORER_NOT_BUILT`
 */
export async function build(options: BuildOptions): Promise<BuildSummary> {
  const ledger = await readLedger(options.curation ?? options.config.curation ?? ledgerOf(options.paths));
  const list = await listFiles(options.paths, { ledger: ledger.file, except: options.output });
  const notes: string[] = [];
  return withStore(
    options.output,
    async (store) => ({ ...(await buildWith(store, list, ledger, options)), notes }),
    (note) => notes.push(note),
  );
}

async function buildWith(
  store: Store,
  list: FileList,
  ledger: LedgerFile,
  { paths, output, config, encoding, onProgress, layout = 'canonical', files: when = 'now', ...options }: BuildOptions,
): Promise<Omit<BuildSummary, 'notes'>> {
  const times: Record<Stage, number> = { extract: 0, resolve: 0, graph: 0, write: 0, store: 0 };
  let counts = { documents: 0, problems: 0 };
  const tell = (stage: Stage, done: number, total: number) => onProgress?.({ stage, done, total, ...counts });
  const stage = async <T>(name: Stage, work: () => T | Promise<T>): Promise<T> => {
    const started = performance.now();
    if (name !== 'extract') tell(name, 0, 1);
    const result = await work();
    if (name !== 'extract') tell(name, 1, 1);
    times[name] += performance.now() - started;
    return result;
  };

  const extractor = options.extractor ?? createExtractor(config, options.workers);
  const fingerprints = fingerprintProgram(config, encoding === undefined ? {} : { encoding });
  const update = await stage('extract', () =>
    updateStore(store, list, {
      extractor,
      fingerprint: fingerprints.extraction,
      ...(encoding === undefined ? {} : { encoding }),
      onProgress: (bytes, documents, problems) => {
        counts = { documents, problems: problems + list.problems.length };
        tell('extract', bytes, list.bytes);
      },
    }).finally(() => {
      // The dictionaries take more memory than all that follows.
      if (options.extractor === undefined) return extractor.close();
    }),
  );
  const fingerprint = fingerprintOutput(store, list, ledger, fingerprints);
  const before = readOutputNote(store);
  const fits = before?.fingerprint === fingerprint && (before.layout === 'canonical' || layout === 'keep');
  if (before !== undefined && fits && (await isUntouched(output, before.outcome.files))) {
    const problems = [...ledger.problems, ...list.problems, ...before.problems];
    return { ...before.outcome, problems, update, unchanged: true, filesBehind: false, times };
  }

  const { ontology } = resolveConfig(config);
  const resolved = await stage('resolve', () =>
    resolveWith(options.resolver ?? createResolver(config), store, list, ledger),
  );
  const { network, documents, reprints } = resolved;
  const problems = [...ledger.problems, ...list.problems, ...resolved.problems];
  if (documents.size === 0) {
    const reasons = problems.slice(0, 5).map(({ message }) => `\n  ${message}`);
    throw new GuanxiError(
      'BUILD_NO_DOCUMENTS',
      `No article could be read from ${paths.join(', ')}.${reasons.join('')}`,
    );
  }
  const { difference } = resolved;
  const drawn = layout === 'keep' ? resolved.drawn : undefined;
  const drawing = await stage('graph', () => draw(network, ontology, config, { difference, drawn, layout, output }));
  const { graph } = drawing;
  const lapsed = lapseProblems(network.curation, ledger.file);
  const filesBehind = when === 'later' && drawing.followed !== undefined;
  const writeFiles = async (): Promise<readonly WrittenFile[]> => {
    const folder = await openOutput(output);
    await copyExplorer(folder);
    for (const file of outputFiles(network, graph, [...documents.values()], ontology))
      await folder.write(file.path, file.chunks);
    await folder.write(LEDGER_ADDRESS, [JSON.stringify({ applied: ledger.text } satisfies PublishedLedger)]);
    store.begin();
    setOutputNote(store, undefined);
    store.commit();
    return folder.commit();
  };
  const files = filesBehind ? [] : await stage('write', writeFiles);
  const outcome: Outcome = {
    documents: documents.size,
    reprints,
    entities: network.entities.length,
    ties: network.ties.filter(({ type }) => ontology.relationTypes.get(type)?.weak !== true).length,
    report: network.report,
    curation: { file: ledger.file, applied: ledger.lines.length - lapsed.length, lapsed: lapsed.length },
    files,
  };
  const note = { fingerprint, layout, outcome, problems: [...resolved.problems, ...lapsed] };
  await stage('store', () => {
    store.begin();
    const content = { network, graph, ontology, articleOf: (id: string) => documents.get(id)?.article ?? 0 };
    const byDifference = difference?.from === store.network.revision();
    store.network.write(content, difference);
    store.network.writeMeasures(graph, byDifference ? drawing.followed : undefined);
  });
  await stage('write', () => {
    store.articles.removeUnused();
    setOutputNote(store, filesBehind ? undefined : note);
    store.commit();
    store.tidy();
    options.resolver?.written(ledger.lines.length === 0 ? store.network.revision() : undefined, graph);
  });
  return { ...outcome, problems: [...problems, ...lapsed], update, unchanged: false, filesBehind, times };
}

/**
 * What a resolver comes to. A function of its own, so that nothing holds on to a resolver that nobody needs any more: it
 * takes more memory than the network.
 */
function resolveWith(resolver: Resolver, store: Store, list: FileList, ledger: LedgerFile) {
  const { documents, reprints, problems, difference, drawn, network } = resolver.resolve(store, list);
  // Readers' decisions are carried out on the whole network, so that what they change is not known.
  const follows = ledger.lines.length === 0;
  return {
    documents,
    reprints,
    problems,
    network: network(ledger.lines),
    difference: follows ? difference : undefined,
    drawn: follows ? drawn : undefined,
  };
}

/** `build`: from a folder of news to a folder with the network. */
import { performance } from 'node:perf_hooks';
import { resolveConfig } from '../../config/resolve.ts';
import type { Config } from '../../config/schema.ts';
import { lapseProblems } from '../../curation/describe.ts';
import { LEDGER_ADDRESS, type PublishedLedger } from '../../curation/published.ts';
import type { Document } from '../../documents/document.ts';
import { findReprints } from '../../documents/near-duplicates.ts';
import { GuanxiError, type Problem } from '../../errors.ts';
import type { Extraction } from '../../extraction.ts';
import { buildGraph } from '../../graph/build.ts';
import { buildNetwork } from '../../network/build.ts';
import type { NetworkReport } from '../../network/network.ts';
import { outputFiles } from '../../outputs/files.ts';
import { listFiles } from '../corpus/files.ts';
import { readCorpus } from '../corpus/read-corpus.ts';
import { ledgerOf, readLedger } from '../ledger/ledger-file.ts';
import { GENERATOR } from '../version.ts';
import { copyExplorer } from '../write/explorer.ts';
import { openOutput, type WrittenFile } from '../write/output.ts';
import { extractDocuments } from './extract-documents.ts';
import type { OnProgress, Stage } from './progress.ts';

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
}

/** What became of the ledger. */
export interface CurationSummary {
  readonly file: string;
  /** Decisions that were carried out. */
  readonly applied: number;
  /** Decisions that no longer apply; they are among the problems. */
  readonly lapsed: number;
}

/** What was built. */
export interface BuildSummary {
  readonly documents: number;
  readonly reprints: number;
  readonly entities: number;
  /** Ties that are stated; sharing a sentence is not counted. */
  readonly ties: number;
  readonly problems: readonly Problem[];
  readonly report: NetworkReport;
  readonly curation: CurationSummary;
  readonly files: readonly WrittenFile[];
  /** Milliseconds of each stage. */
  readonly times: Readonly<Record<Stage, number>>;
}

/**
 * Reads, extracts, resolves, lays out and writes. Trouble with single files or articles is collected in `problems`.
 *
 * @throws GuanxiError `READ_NOT_FOUND`, `READ_NO_FILES`, `LEDGER_UNREADABLE`, `BUILD_NO_DOCUMENTS`, `WRITE_FAILED`
 */
export async function build(options: BuildOptions): Promise<BuildSummary> {
  const { paths, output, config, onProgress } = options;
  const problems: Problem[] = [];
  const times: Record<Stage, number> = { extract: 0, resolve: 0, graph: 0, write: 0 };
  const { ontology, vocabulary } = resolveConfig(config);
  const documents: Document[] = [];
  const extractions: Extraction[] = [];

  let started = performance.now();
  const lap = (stage: Stage) => {
    times[stage] = performance.now() - started;
    started = performance.now();
  };

  const ledger = await readLedger(options.curation ?? config.curation ?? ledgerOf(paths));
  problems.push(...ledger.problems);
  const list = await listFiles(paths, ledger.file);
  const total = list.files.reduce((sum, file) => sum + file.bytes, 0);
  let done = 0;
  let current = 0;
  const tell = (stage: Stage, at: number, of: number) =>
    onProgress?.({ stage, done: at, total: of, documents: documents.length, problems: problems.length });

  async function* read(): AsyncGenerator<Document> {
    const results = readCorpus(list, {
      ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
      onFile: (file) => {
        done += current;
        current = file.bytes;
      },
    });
    for await (const result of results) {
      if ('document' in result) yield result.document;
      else problems.push(result.problem);
    }
  }
  for await (const { document, result } of extractDocuments(read(), { config, workers: options.workers })) {
    if ('extraction' in result) {
      documents.push(document);
      extractions.push(result.extraction);
    } else problems.push(result.problem);
    tell('extract', done, total);
  }
  tell('extract', total, total);
  if (documents.length === 0) {
    const reasons = problems.slice(0, 5).map(({ message }) => `\n  ${message}`);
    throw new GuanxiError(
      'BUILD_NO_DOCUMENTS',
      `No article could be read from ${paths.join(', ')}.${reasons.join('')}`,
    );
  }
  lap('extract');

  tell('resolve', 0, 1);
  const reprints = findReprints(documents);
  const network = buildNetwork(documents, extractions, { ontology, vocabulary, reprints, decisions: ledger.lines });
  const lapsed = lapseProblems(network.curation, ledger.file);
  problems.unshift(...lapsed);
  tell('resolve', 1, 1);
  lap('resolve');

  tell('graph', 0, 1);
  const title = config.title ?? '关系';
  const graph = buildGraph(network, ontology, { title, generator: GENERATOR });
  tell('graph', 1, 1);
  lap('graph');

  tell('write', 0, 1);
  const folder = await openOutput(output);
  await copyExplorer(folder);
  for (const file of outputFiles(network, graph, documents, ontology)) await folder.write(file.path, file.chunks);
  await folder.write(LEDGER_ADDRESS, [JSON.stringify({ applied: ledger.text } satisfies PublishedLedger)]);
  const files = await folder.commit();
  tell('write', 1, 1);
  lap('write');

  return {
    documents: documents.length,
    reprints: reprints.size,
    entities: network.entities.length,
    ties: network.ties.filter(({ type }) => ontology.relationTypes.get(type)?.weak !== true).length,
    problems,
    report: network.report,
    curation: { file: ledger.file, applied: ledger.lines.length - lapsed.length, lapsed: lapsed.length },
    files,
    times,
  };
}

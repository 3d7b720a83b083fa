/** Resolves the corpus of the store, and keeps the network in mind, so that the next build works out only what changed. */
import { randomUUID } from 'node:crypto';
import { resolveConfig } from '../../config/resolve.ts';
import type { Config } from '../../config/schema.ts';
import type { LedgerLine } from '../../curation/decision.ts';
import { createReprintIndex } from '../../documents/reprints.ts';
import type { Problem } from '../../errors.ts';
import type { NetworkGraph } from '../../graph/metrics.ts';
import { createGrowingNetwork, type NetworkChange } from '../../network/growth/growing-network.ts';
import type { BuiltNetwork } from '../../network/network.ts';
import { createIntern, ignoredKeys, toUnitSource } from '../../network/units.ts';
import type { FileList } from '../corpus/files.ts';
import type { NetworkDifference } from '../store/network-table.ts';
import type { Store } from '../store/store.ts';
import { createLivingCorpus, type StoredText } from './living-corpus.ts';

/** A corpus, resolved. */
export interface Resolved {
  /** By id. */
  readonly documents: ReadonlyMap<string, StoredText>;
  /** Number of documents that reprint another. */
  readonly reprints: number;
  readonly problems: readonly Problem[];
  /** What differs from the network that was last written; undefined where none was, or one with decisions in it. */
  readonly difference: NetworkDifference | undefined;
  /** The graph of that network. */
  readonly drawn: NetworkGraph | undefined;
  network(decisions: readonly LedgerLine[]): BuiltNetwork;
}

/** Resolves again and again. */
export interface Resolver {
  /**
   * Brings the network up to what the store holds.
   *
   * @param list the files that the store was updated with
   */
  resolve(store: Store, list: FileList): Resolved;
  /**
   * What was resolved last was written as it is, so that from now on differences are told from it.
   *
   * @param revision of the network in the store; undefined where readers' decisions are in it
   * @param graph of the network
   */
  written(revision: string | undefined, graph: NetworkGraph): void;
}

/** Nothing is resolved yet. A store other than that of the last call is resolved from the beginning. */
export function createResolver(config: Config): Resolver {
  let state: { readonly store: string; readonly work: Resolver } | undefined;
  return {
    resolve(store, list) {
      const id = identify(store);
      const known = state?.store === id ? state : { store: id, work: createState(config) };
      // What is cut off in the middle is not built upon.
      state = undefined;
      const resolved = known.work.resolve(store, list);
      state = known;
      return resolved;
    },
    written: (revision, graph) => state?.work.written(revision, graph),
  };
}

/** Note of the store: a name of its own, so that numbers of another are not taken for its. */
const IDENTITY = 'identity';

function identify(store: Store): string {
  const known = store.getNote(IDENTITY);
  if (known !== undefined) return known;
  const made = randomUUID();
  store.begin();
  store.setNote(IDENTITY, made);
  store.commit();
  return made;
}

function createState(config: Config): Resolver {
  const { ontology, vocabulary } = resolveConfig(config);
  const ignored = ignoredKeys(vocabulary);
  const corpus = createLivingCorpus();
  const intern = createIntern();
  const documents = new Map<string, StoredText>();
  const reprints = createReprintIndex<StoredText>(({ sketch }) => sketch);
  const growing = createGrowingNetwork(ontology, vocabulary);
  let from: string | undefined;
  let drawn: NetworkGraph | undefined;
  let since = NO_CHANGE;

  function resolve(store: Store, list: FileList): Resolved {
    const { removed, added, problems } = corpus.read(store, list);
    for (const id of removed) documents.delete(id);
    for (const document of added) documents.set(document.id, document);
    const moved = reprints.change(removed, added);
    const again = [...moved].flatMap((id) => growing.source(id) ?? []);
    const sources = function* () {
      for (const source of again) yield { ...source, rootId: reprints.originalOf(source.document.id) };
      // One after another, so that their extractions do not fill the memory.
      for (const document of added) {
        yield toUnitSource(document, document.extraction(), reprints.originalOf(document.id), ignored, intern);
      }
    };
    const change = growing.change(new Set([...removed, ...moved]), sources());
    if (from !== undefined) since = addChange(since, change);
    return {
      documents,
      reprints: reprints.count(),
      problems,
      difference: from === undefined ? undefined : { from, change: { ...since, now: change.now } },
      drawn,
      network: growing.network,
    };
  }

  return {
    resolve,
    written(revision, graph) {
      from = revision;
      drawn = revision === undefined ? undefined : graph;
      since = NO_CHANGE;
    },
  };
}

type Before = Omit<NetworkChange, 'now'>;

const NO_CHANGE: Before = { documents: new Map(), entities: new Map(), ties: new Map() };

/** Two changes, one after the other, as one: what was there first counts. */
function addChange(first: Before, then: Before): Before {
  return {
    documents: new Map([...then.documents, ...first.documents]),
    entities: new Map([...then.entities, ...first.entities]),
    ties: new Map([...then.ties, ...first.ties]),
  };
}

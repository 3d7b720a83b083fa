/** Resolves the corpus of the store, and keeps the network in mind, so that the next build works out only what changed. */
import { randomUUID } from 'node:crypto';
import { resolveConfig } from '../../config/resolve.ts';
import type { Config } from '../../config/schema.ts';
import type { LedgerLine } from '../../curation/decision.ts';
import type { Sketch } from '../../documents/near-duplicates.ts';
import { createReprintIndex } from '../../documents/reprints.ts';
import type { Problem } from '../../errors.ts';
import { createGrowingNetwork, type NetworkChange } from '../../network/growth/growing-network.ts';
import type { BuiltNetwork } from '../../network/network.ts';
import { ignoredKeys, toUnitSource } from '../../network/units.ts';
import type { FileList } from '../corpus/files.ts';
import type { Store } from '../store/store.ts';
import { createLivingCorpus, type LoadedDocument, type StoredText } from './living-corpus.ts';

/** A corpus, resolved. */
export interface Resolved {
  /** By id. */
  readonly documents: ReadonlyMap<string, StoredText>;
  /** Number of documents that reprint another. */
  readonly reprints: number;
  readonly problems: readonly Problem[];
  /** What has changed since the last time, before decisions of readers; the first time everything has. */
  readonly change: NetworkChange;
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
}

/** Nothing is resolved yet. A store other than that of the last call is resolved from the beginning. */
export function createResolver(config: Config): Resolver {
  let state: { readonly store: string; readonly resolve: Resolver['resolve'] } | undefined;
  return {
    resolve(store, list) {
      const id = identify(store);
      const known = state?.store === id ? state : { store: id, resolve: createState(config) };
      // What is cut off in the middle is not built upon.
      state = undefined;
      const resolved = known.resolve(store, list);
      state = known;
      return resolved;
    },
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

function createState(config: Config): Resolver['resolve'] {
  const { ontology, vocabulary } = resolveConfig(config);
  const ignored = ignoredKeys(vocabulary);
  const corpus = createLivingCorpus();
  const documents = new Map<string, StoredText>();
  const sketches = new WeakMap<StoredText, Sketch>();
  const reprints = createReprintIndex<StoredText>((document) => sketches.get(document) ?? new Uint32Array());
  const growing = createGrowingNetwork(ontology, vocabulary);
  return (store, list) => {
    const { removed, added, problems } = corpus.read(store, list);
    for (const id of removed) documents.delete(id);
    for (const { document, sketch } of added) {
      documents.set(document.id, document);
      sketches.set(document, sketch);
    }
    const moved = reprints.change(
      removed,
      added.map(({ document }) => document),
    );
    const sourceOf = ({ document, extraction }: Pick<LoadedDocument, 'document' | 'extraction'>) =>
      toUnitSource(document, extraction, reprints.originalOf(document.id), ignored);
    const again = [...moved].flatMap((id) => {
      const [document, extraction] = [documents.get(id), growing.extraction(id)];
      return document && extraction ? [{ document, extraction }] : [];
    });
    const change = growing.change(new Set([...removed, ...moved]), [...added, ...again].map(sourceOf));
    return {
      documents,
      reprints: reprints.count(),
      problems,
      change,
      network: growing.network,
    };
  };
}

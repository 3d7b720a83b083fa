/**
 * A network that is larger than a page bears: the page has the most important part of it and whatever its reader asked
 * for since. To grow is to load the part once more with more in it; what was there stays where it is.
 */
import type { ExplorerNetwork } from '../../../outputs/explorer-data.ts';
import type { Dataset } from '../dataset.ts';
import type { View } from '../view.ts';
import { createDocumentTable, type DocumentTable } from './documents.ts';
import type { PartMemory } from './memory.ts';
import type { Questions } from './questions.ts';

/** What a part has beside the most important names. */
export interface Growth {
  readonly questions: Questions;
  readonly documents: DocumentTable;
  /** True where the part that the server gave by itself lacks something that is wanted. */
  lacks(network: ExplorerNetwork): boolean;
  /** Remembers what the part is to have from here on. */
  want(wanted: Wanted): void;
  /** Takes a part that the server gave by itself. */
  adopt(network: ExplorerNetwork): ExplorerNetwork;
  /** Loads the part with all that is wanted. */
  load(): Promise<ExplorerNetwork>;
}

/** Ids of nodes and documents. */
export interface Wanted {
  readonly nodes: readonly string[];
  readonly documents: readonly string[];
}

/** Brings more of the network into the page. */
export interface More {
  readonly questions: Questions;
  /**
   * Loads nodes and opens the view on them.
   *
   * @param next the view after it, in numbers of the larger part
   * @throws LoadError when the server does not answer
   */
  bring(nodes: readonly string[], next: (dataset: Dataset, view: View) => View): Promise<void>;
}

/**
 * Begins with the most important names and those that `memory` kept.
 *
 * @param memory is told of everything that is wanted
 */
export function createGrowth(questions: Questions, memory: PartMemory): Growth {
  const nodes = new Set(memory.read());
  const asked = new Set<string>();
  const documents = createDocumentTable();
  function adopt(network: ExplorerNetwork): ExplorerNetwork {
    documents.take(
      network.documents.map((document) => ({
        ...document,
        reprintOf: document.reprintOf === null ? null : (network.documents[document.reprintOf]?.id ?? null),
      })),
    );
    return { ...network, documents: documents.list };
  }
  return {
    questions,
    documents,
    want(wanted) {
      for (const id of wanted.nodes) {
        // What is wanted again is forgotten last.
        nodes.delete(id);
        nodes.add(id);
      }
      if (wanted.nodes.length > 0) memory.write([...nodes]);
      for (const id of wanted.documents) asked.add(id);
    },
    lacks(network) {
      const there = new Set(network.nodes.id);
      return [...nodes].some((id) => !there.has(id)) || asked.size > 0;
    },
    adopt,
    load: async () => adopt(await questions.part({ nodes: [...nodes], documents: [...asked] })),
  };
}

/** Parameters of an address whose values are ids of nodes. */
const NODE_KEYS = ['node', 'around', 'from', 'to', 'company', 'person', 'also'] as const;

/** What an address speaks of; see `address.ts`. */
export function wantedBy(hash: string): Wanted {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const one = (key: string): string[] => {
    const value = params.get(key);
    return value === null || value === '' ? [] : [value];
  };
  const ties = [...one('tie'), ...one('of')].flatMap((tie) => {
    const ends = tie.split('|');
    return ends.length === 3 ? [ends[0] ?? '', ends[2] ?? ''] : [];
  });
  return {
    nodes: [...NODE_KEYS.flatMap(one), ...ties].filter((id) => id !== ''),
    documents: one('article'),
  };
}

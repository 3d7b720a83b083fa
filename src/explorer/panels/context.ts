/** How components reach the network, the view and the words. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Curated } from '../state/curation/curate.ts';
import type { Curation, CurationState, Desk } from '../state/curation/curation.ts';
import type { ReviewFile } from '../state/curation/review.ts';
import type { Dataset } from '../state/dataset.ts';
import { type Dictionary, dictionaryOf } from '../state/language/language.ts';
import type { Fetch } from '../state/load.ts';
import type { More } from '../state/part/growth.ts';
import type { Lit, Scene } from '../state/scene.ts';
import type { Shards } from '../state/shards.ts';
import type { Store } from '../state/store.ts';
import type { View } from '../state/view.ts';

/** Where a network was opened from. */
export interface Source {
  /** Address of the data's folder, with a slash at its end. */
  readonly base: string;
  readonly fetchFile: Fetch;
  /** True for a page that holds its data in itself. */
  readonly embedded: boolean;
  /** Opens the network anew, once it was built anew; the view and what can be undone are carried over. */
  readonly renew: () => Promise<void>;
  /** How to get more, where the page has a part of the network; null where it has all of it. */
  readonly more: More | null;
}

/** One opened network. */
export interface Explorer {
  readonly dataset: Dataset;
  readonly store: Store<View>;
  readonly sceneOf: (view: View) => Scene;
  readonly shards: Shards;
  /** Where the files come from, for whoever wants all of them. */
  readonly source: Source;
  /** The node that the pointer is on in a panel, so that the canvas can point at it. */
  readonly hovered: Store<number | null>;
  /** What the pointer is on in a workspace, lit in the drawing in place of everything else. */
  readonly pointed: Store<Lit | null>;
  /** Whether the small map of the whole drawing is wanted. */
  readonly minimap: Store<boolean>;
  readonly curation: Curation;
  /** What decisions made of the network; null where it is as it was built. */
  readonly curated: Curated | null;
  /** The network as it was loaded, whatever was decided since. */
  readonly base: Dataset;
  readonly review: ReviewFile;
}

export const ExplorerContext = createContext<Explorer | null>(null);

/** The opened network. */
export function useExplorer(): Explorer {
  const explorer = useContext(ExplorerContext);
  if (explorer === null) throw new Error('A panel stands outside of the explorer.');
  return explorer;
}

/** The view now. */
export function useView(): View {
  const { store } = useExplorer();
  return useSyncExternalStore(store.subscribe, store.get);
}

/** The decisions now. */
export function useCurationState(): CurationState {
  const { state } = useExplorer().curation;
  return useSyncExternalStore(state.subscribe, state.get);
}

/** Which part of the curation desk is open. */
export function useDesk(): Desk | null {
  const { desk } = useExplorer().curation;
  return useSyncExternalStore(desk.subscribe, desk.get);
}

/** What follows from the view. */
export function useScene(): Scene {
  const { sceneOf } = useExplorer();
  return sceneOf(useView());
}

/** What the page says, in the reader's language. */
export function useWords(): Dictionary {
  return dictionaryOf(useView().language);
}

/** The shards; the component is drawn anew when one arrives. */
export function useShards(): Shards {
  const { shards } = useExplorer();
  useSyncExternalStore(shards.subscribe, shards.version);
  return shards;
}

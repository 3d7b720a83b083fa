/** One network from opening to closing: the explorer as it stands after each decision. */
import { type Curated, curate } from '../state/curation/curate.ts';
import type { Curation } from '../state/curation/curation.ts';
import type { ReviewFile } from '../state/curation/review.ts';
import { createCuratedShards } from '../state/curation/shards.ts';
import { type NetworkState, translateView } from '../state/curation/translate.ts';
import { createDataset, type Dataset } from '../state/dataset.ts';
import { bindAddress } from '../state/history.ts';
import { readMinimap, saveMinimap, savePreferences } from '../state/preferences.ts';
import { createSceneMaker, type Lit } from '../state/scene.ts';
import type { Shards } from '../state/shards.ts';
import { createStore, type Store } from '../state/store.ts';
import { initialView, type View } from '../state/view.ts';
import type { Explorer, Source } from './context.ts';

/** An opened network. */
export interface Session {
  readonly explorer: Store<Explorer>;
  /** Takes no notice of further decisions, because another session is about to. */
  readonly pause: () => void;
  readonly release: () => void;
}

/** A decision shows at the latest after this time, though not all of what it needs may have arrived. In milliseconds. */
const PATIENCE = 1500;

/** Shards that arrive close together are looked at once. In milliseconds. */
const GATHERING = 30;

/** Carries out decisions, and again as long as something that they need arrives within {@link PATIENCE}. */
async function curatePatiently(base: Dataset, shards: Shards, curation: Curation): Promise<Curated | null> {
  const { fresh } = curation.state.get().ledger;
  if (fresh.length === 0) return null;
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const curated = curate(base, shards, fresh);
    const left = deadline - Date.now();
    if (!curated.waits || left <= 0) return curated;
    await new Promise<void>((done) => {
      const stop = shards.subscribe(finish);
      const timer = setTimeout(finish, left);
      function finish(): void {
        stop();
        clearTimeout(timer);
        done();
      }
    });
  }
}

/**
 * Opens a session on a network, with the decisions that it does not have in it yet, and follows those to come.
 *
 * @param firstView the view to open on
 */
export async function openSession(
  base: Dataset,
  baseShards: Shards,
  source: Source,
  curation: Curation,
  review: ReviewFile,
  firstView: (dataset: Dataset) => View,
): Promise<Session> {
  let unbind = () => {};
  const hovered = createStore<number | null>(null);
  const pointed = createStore<Lit | null>(null);
  const minimap = createStore(readMinimap(window));
  minimap.subscribe(() => saveMinimap(window, minimap.get()));
  const asLoaded: NetworkState = { dataset: base, curated: null };
  const before = await curatePatiently(base, baseShards, curation);
  let shown = stateOf(before);
  let applied: readonly unknown[] = curation.state.get().ledger.fresh;
  let waits = before?.waits ?? false;
  let deadline = Number.POSITIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function make(state: NetworkState, view: View): Explorer {
    const { dataset, curated } = state;
    unbind();
    const store = createStore(view);
    const { language, theme } = view;
    const release = bindAddress(dataset, store, initialView(dataset, language, theme), window);
    const stop = store.subscribe(() => savePreferences(window, store.get().language, store.get().theme));
    unbind = () => {
      release();
      stop();
    };
    return {
      dataset,
      store,
      sceneOf: createSceneMaker(dataset),
      shards: curated === null ? baseShards : createCuratedShards(baseShards, base, curated),
      source,
      hovered,
      pointed,
      minimap,
      curation,
      curated,
      base,
      review,
    };
  }

  function stateOf(curated: Curated | null): NetworkState {
    return curated === null ? asLoaded : { dataset: createDataset(curated.network), curated };
  }

  function show(curated: Curated | null): void {
    const next = stateOf(curated);
    const from = shown;
    shown = next;
    // Their numbers are those of the network before.
    hovered.update(() => null);
    pointed.update(() => null);
    explorer.update((now) => make(next, translateView(from, next, now.store.get())));
  }

  function settle(): void {
    clearTimeout(timer);
    const { fresh } = curation.state.get().ledger;
    if (fresh.length === 0) {
      waits = false;
      if (shown !== asLoaded) show(null);
      return;
    }
    const curated = curate(base, baseShards, fresh);
    const late = Date.now() >= deadline;
    waits = curated.waits;
    if (waits && !late) timer = setTimeout(settle, Math.max(0, deadline - Date.now()));
    else show(curated);
  }

  const explorer = createStore(make(shown, firstView(shown.dataset)));
  function follow(): void {
    const { fresh } = curation.state.get().ledger;
    if (fresh === applied) return;
    applied = fresh;
    deadline = Date.now() + PATIENCE;
    settle();
  }
  const stopFollowing = curation.state.subscribe(follow);
  const stopListening = baseShards.subscribe(() => {
    if (!waits) return;
    clearTimeout(timer);
    timer = setTimeout(settle, GATHERING);
  });
  function pause(): void {
    clearTimeout(timer);
    stopFollowing();
    stopListening();
  }
  return {
    explorer,
    pause,
    release() {
      pause();
      unbind();
    },
  };
}

/** Reads the network, and shows the explorer or why there is none. */

import { Component, type ErrorInfo, type ReactNode, useEffect, useState } from 'react';
import { EVENTS_HEADER } from '../../outputs/live.ts';
import { readAddress, writeAddress } from '../state/address.ts';
import { createDataset } from '../state/dataset.ts';
import { carryCamera, followBuilds } from '../state/follow.ts';
import { bindAddress } from '../state/history.ts';
import { dictionaryOf } from '../state/language/language.ts';
import { type Fetch, LoadError, loadNetwork } from '../state/load.ts';
import { readPreferences, savePreferences } from '../state/preferences.ts';
import { createSceneMaker, type Lit } from '../state/scene.ts';
import { createShards } from '../state/shards.ts';
import { createStore } from '../state/store.ts';
import { initialView, type Language } from '../state/view.ts';
import { App } from './App.tsx';
import { type Explorer, ExplorerContext } from './context.ts';
import { Empty, LoadFailed, Loading } from './Failure.tsx';

type Opened = {
  /** Counts the networks that were opened: another one is drawn anew. */
  readonly number: number;
  readonly explorer: Explorer;
  readonly unknown: readonly string[];
  readonly release: () => void;
};

let openings = 0;

/**
 * Reads the network and makes the view that the address asks for.
 *
 * @param before what is open already, when the network was built anew: its view is carried over
 */
async function open(fetchFile: Fetch, before?: Explorer): Promise<Opened> {
  const base = new URL('explorer/', document.baseURI).href;
  const network = await loadNetwork(`${base}network.json`, fetchFile);
  const dataset = createDataset(network);
  const { language, theme } = readPreferences(window);
  const usual = initialView(dataset, language, theme);
  const hash = before === undefined ? location.hash : writeAddress(before.dataset, before.store.get());
  const { view, unknown } = readAddress(dataset, hash, usual);
  const camera = before === undefined ? view.camera : carryCamera(view.camera, before.dataset, dataset);
  const store = createStore({ ...view, camera });
  const unbind = bindAddress(dataset, store, usual, window);
  const stop = store.subscribe(() => savePreferences(window, store.get().language, store.get().theme));
  const explorer: Explorer = {
    dataset,
    store,
    sceneOf: createSceneMaker(dataset),
    shards: createShards(network, base, fetchFile),
    hovered: createStore<number | null>(null),
    pointed: createStore<Lit | null>(null),
  };
  return {
    number: ++openings,
    explorer,
    unknown,
    release() {
      unbind();
      stop();
    },
  };
}

/** The root of the page. */
export function Root() {
  const [state, setState] = useState<Opened | LoadError | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { language } = readPreferences(window);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt reads anew.
  useEffect(() => {
    let alive = true;
    let opened: Opened | null = null;
    let unfollow: (() => void) | undefined;
    // The server that follows the corpus says so with every file.
    const fetchFile = async (address: string) => {
      const response = await fetch(address);
      const events = response.headers.get(EVENTS_HEADER);
      if (events !== null && alive && unfollow === undefined) {
        unfollow = followBuilds(new EventSource(new URL(events, document.baseURI)), () => void renew());
      }
      return response;
    };
    const show = (result: Opened) => {
      opened?.release();
      opened = result;
      setState(result);
    };
    // A network that cannot be read just now leaves the one before it in sight; the next build is told as well.
    const renew = async () => {
      const result = await open(fetchFile, opened?.explorer).catch(() => undefined);
      if (result === undefined) return;
      if (alive) show(result);
      else result.release();
    };
    setState(null);
    open(fetchFile).then(
      (result) => {
        if (alive) show(result);
        else result.release();
      },
      (error: unknown) => {
        const failure = error instanceof LoadError ? error : new LoadError('damaged', 'network.json', String(error));
        if (alive) setState(failure);
      },
    );
    return () => {
      alive = false;
      unfollow?.();
      opened?.release();
    };
  }, [attempt]);

  if (state === null) return <Loading language={language} />;
  if (state instanceof LoadError) {
    return <LoadFailed error={state} language={language} onRetry={() => setAttempt(attempt + 1)} />;
  }
  const { dataset } = state.explorer;
  if (dataset.nodeCount === 0) return <Empty documents={dataset.network.documents.length} language={language} />;
  return (
    <Catch language={language}>
      <ExplorerContext key={state.number} value={state.explorer}>
        <App unknown={state.unknown} />
      </ExplorerContext>
    </Catch>
  );
}

/** Only a class can catch what its children throw while they are drawn. */
class Catch extends Component<{ readonly language: Language; readonly children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    const { states } = dictionaryOf(this.props.language);
    return (
      <main className="full-state" role="alert">
        <h1>{states.crashed}</h1>
        <p>{this.state.error instanceof Error ? this.state.error.message : ''}</p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {states.reload}
        </button>
      </main>
    );
  }
}

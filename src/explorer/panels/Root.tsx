/** Reads the network, and shows the explorer or why there is none. */
import { Component, type ErrorInfo, type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import type { ExplorerNetwork } from '../../outputs/explorer-data.ts';
import { EVENTS_HEADER } from '../../outputs/live.ts';
import { readAddress, writeAddress } from '../state/address.ts';
import { createCuration } from '../state/curation/curation.ts';
import { createReviewFile } from '../state/curation/review.ts';
import { openLedger } from '../state/curation/storage.ts';
import { createDataset, type Dataset } from '../state/dataset.ts';
import { carryCamera, followBuilds } from '../state/follow.ts';
import { dictionaryOf } from '../state/language/language.ts';
import { LoadError, loadNetwork } from '../state/load.ts';
import { createGrowth, type Growth, type More, wantedBy } from '../state/part/growth.ts';
import { createPartMemory } from '../state/part/memory.ts';
import { type Ask, createQuestions } from '../state/part/questions.ts';
import { createServedShards } from '../state/part/shards.ts';
import { readPreferences } from '../state/preferences.ts';
import { createShards } from '../state/shards.ts';
import { fetchEmbedded, keepEmbedded, readEmbedded } from '../state/standalone.ts';
import { initialView, type Language, type View } from '../state/view.ts';
import { App } from './App.tsx';
import { ExplorerContext, type Source } from './context.ts';
import { Empty, LoadFailed, Loading } from './Failure.tsx';
import { openSession, type Session } from './session.ts';

type Opened = Session & {
  /** Counts the networks that were opened: another one is drawn anew. */
  readonly number: number;
  readonly unknown: readonly string[];
  /** What the page has of a network that is too large for it; null where it has all. */
  readonly growth: Growth | null;
};

let openings = 0;

/** How a page gets at another network than the one that it has. */
type Doors = Pick<Source, 'renew'> & Pick<More, 'bring'>;

/** Changes the view that was carried over to another network. */
type Adjust = (dataset: Dataset, view: View) => View;

/**
 * Reads the network and makes the view that the address asks for.
 *
 * @param doors open the network anew, once it was built anew, or with more of it
 * @param opened what is open already, when the network was built anew or the page has more of it: its view and its undo
 * are carried over
 */
async function open(ask: Ask, { renew, bring }: Doors, opened?: Opened, adjust?: Adjust): Promise<Opened> {
  const before = opened?.explorer.get();
  const base = new URL('.', document.baseURI).href;
  const embedded = readEmbedded(document);
  const fetchFile = embedded === null ? ask : fetchEmbedded(embedded, `${base}explorer/`);
  const asked = location.hash === '' ? (embedded?.view ?? '') : location.hash;
  const { network, growth } = await loadWhatFits(base, fetchFile, opened?.growth ?? null, asked);
  const ledger = await (embedded === null
    ? openLedger(base, (address, init) => fetch(address, init), window.localStorage)
    : openLedger(base, fetchFile, keepEmbedded(embedded)));
  const dataset = createDataset(network);
  const { language, theme } = readPreferences(window);
  const shards =
    growth === null
      ? createShards(network, `${base}explorer/`, fetchFile)
      : createServedShards(dataset, growth.documents, growth.questions);
  const curation = before?.curation ?? createCuration(ledger);
  if (before !== undefined) {
    opened?.pause();
    curation.adopt(ledger);
  }
  let unknown: readonly string[] = [];
  const review = createReviewFile(`${base}explorer/review.json`, fetchFile);
  const more = growth === null ? null : { questions: growth.questions, bring };
  const source = { base: `${base}explorer/`, fetchFile, embedded: embedded !== null, renew, more };
  const session = await openSession(dataset, shards, source, curation, review, (current) => {
    const hash = before === undefined ? asked : writeAddress(before.dataset, before.store.get());
    const found = readAddress(current, hash, initialView(current, language, theme));
    unknown = found.unknown;
    const camera = before === undefined ? found.view.camera : carryCamera(found.view.camera, before.dataset, current);
    const view = { ...found.view, camera };
    return adjust === undefined ? view : adjust(current, view);
  });
  return { ...session, number: ++openings, unknown, growth };
}

/** The network, or of one that is too large the part that the page wants to have. */
async function loadWhatFits(
  base: string,
  ask: Ask,
  known: Growth | null,
  hash: string,
): Promise<{ readonly network: ExplorerNetwork; readonly growth: Growth | null }> {
  if (known !== null) return { network: await known.load(), growth: known };
  const network = await loadNetwork(`${base}explorer/network.json`, ask);
  if (network.part === undefined) return { network, growth: null };
  const memory = createPartMemory(() => window.sessionStorage, base);
  const growth = createGrowth(createQuestions(base, ask), memory);
  growth.want(wantedBy(hash));
  return { network: growth.lacks(network) ? await growth.load() : growth.adopt(network), growth };
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
    const ask: Ask = async (address, init) => {
      const response = await fetch(address, init);
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
      await reopen().catch(() => undefined);
    };
    // One after the other, so that none takes away what the one before it brought.
    let turn: Promise<unknown> = Promise.resolve();
    const reopen = (adjust?: Adjust): Promise<void> => {
      const next = turn.then(async () => {
        const result = await open(ask, doors, opened ?? undefined, adjust);
        // Drawn at once, so that who asked for it finds it in the page.
        if (alive) flushSync(() => show(result));
        else result.release();
      });
      turn = next.catch(() => undefined);
      return next;
    };
    const bring: Doors['bring'] = async (nodes, next) => {
      opened?.growth?.want({ nodes, documents: [] });
      await reopen(next);
    };
    const doors = { renew, bring };
    setState(null);
    open(ask, doors).then(
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
  const { dataset } = state.explorer.get();
  if (dataset.nodeCount === 0) return <Empty documents={dataset.network.documents.length} language={language} />;
  return (
    <Catch language={language}>
      <Current key={state.number} session={state}>
        <App unknown={state.unknown} />
      </Current>
    </Catch>
  );
}

/** The network as it stands: each decision makes another of it. */
function Current({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const explorer = useSyncExternalStore(session.explorer.subscribe, session.explorer.get);
  return <ExplorerContext value={explorer}>{children}</ExplorerContext>;
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

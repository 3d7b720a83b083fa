/** Keeps the address bar and the view the same, in both directions. */
import { readAddress, writeAddress } from './address.ts';
import type { Dataset } from './dataset.ts';
import type { Store } from './store.ts';
import type { View } from './view.ts';

/** Changes that the Back button takes back; all others only correct the address that stands there. */
export function isStep(before: View, after: View): boolean {
  return (
    before.selection !== after.selection ||
    before.focus !== after.focus ||
    before.path !== after.path ||
    before.reading !== after.reading ||
    before.stage !== after.stage ||
    before.moved !== after.moved ||
    before.investors !== after.investors ||
    before.meetings !== after.meetings ||
    before.filters !== after.filters
  );
}

/** What is needed of `window`. */
export interface AddressBar {
  readonly location: { readonly hash: string; readonly pathname: string; readonly search: string };
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  addEventListener(type: 'popstate' | 'hashchange', listener: () => void): void;
  removeEventListener(type: 'popstate' | 'hashchange', listener: () => void): void;
}

/** Dragging a slider makes a change a frame; within this time they are one step. In milliseconds. */
const ONE_GESTURE = 700;

/**
 * Binds the view to the address bar until the function that it gives back is called. `usual` is the view that a plain
 * address stands for.
 */
export function bindAddress(dataset: Dataset, store: Store<View>, usual: View, bar: AddressBar): () => void {
  let shown = store.get();
  let written = '';
  let lastFilterStep = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(step: boolean): void {
    const address = `#${writeAddress(dataset, shown)}`;
    if (address === written) return;
    written = address;
    const url = `${bar.location.pathname}${bar.location.search}${address}`;
    if (step) bar.history.pushState(null, '', url);
    else bar.history.replaceState(null, '', url);
  }

  const stop = store.subscribe(() => {
    const before = shown;
    shown = store.get();
    let step = isStep(before, shown);
    if (step && before.filters !== shown.filters) {
      const now = Date.now();
      if (now - lastFilterStep < ONE_GESTURE) step = false;
      lastFilterStep = now;
    }
    clearTimeout(timer);
    // Browsers refuse an address that changes a hundred times in half a minute, as a moving camera would.
    if (step) write(true);
    else timer = setTimeout(() => write(false), 250);
  });

  function read(): void {
    if (bar.location.hash === written) return;
    clearTimeout(timer);
    written = bar.location.hash;
    const current = store.get();
    const { view } = readAddress(dataset, bar.location.hash, {
      ...usual,
      language: current.language,
      theme: current.theme,
    });
    shown = view;
    store.update(() => view);
  }

  write(false);
  bar.addEventListener('popstate', read);
  bar.addEventListener('hashchange', read);
  return () => {
    stop();
    clearTimeout(timer);
    bar.removeEventListener('popstate', read);
    bar.removeEventListener('hashchange', read);
  };
}

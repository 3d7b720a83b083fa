import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { networkOf } from '../../../test/support/network.ts';
import { createDataset } from './dataset.ts';
import { type AddressBar, bindAddress } from './history.ts';
import { createStore } from './store.ts';
import { changeFilters, initialView, selectNode } from './view.ts';

const dataset = createDataset(networkOf([{ tie: ['person:甲', 'met', 'person:乙'] }]));
const usual = initialView(dataset, 'zh', 'system');

/** An address bar with a history, as a browser keeps it. */
function createBar(): AddressBar & { readonly entries: string[]; back(): void } {
  const entries = ['/'];
  const listeners = new Set<() => void>();
  const hash = (): string => /#.*/.exec(entries.at(-1) ?? '')?.[0] ?? '';
  return {
    entries,
    location: {
      get hash() {
        return hash();
      },
      pathname: '/',
      search: '',
    },
    history: {
      pushState: (_state, _title, url) => entries.push(String(url)),
      replaceState: (_state, _title, url) => {
        entries[entries.length - 1] = String(url);
      },
    },
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener: (_type, listener) => listeners.delete(listener),
    back() {
      entries.pop();
      for (const listener of listeners) listener();
    },
  };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('Back takes back a selection', () => {
  const bar = createBar();
  const store = createStore(usual);
  bindAddress(dataset, store, usual, bar);
  store.update((view) => selectNode(view, 0));
  store.update((view) => selectNode(view, 1));
  expect(bar.entries).toHaveLength(3);
  bar.back();
  expect(store.get().selection).toEqual({ kind: 'node', node: 0 });
  bar.back();
  expect(store.get().selection).toBeNull();
  expect(bar.entries).toHaveLength(1);
});

test('moving the camera corrects the address without a step of its own', () => {
  const bar = createBar();
  const store = createStore(usual);
  bindAddress(dataset, store, usual, bar);
  for (let x = 0; x < 50; x++) {
    store.update((view) => ({ ...view, camera: { x, y: 0, ratio: 1, angle: 0 } }));
  }
  vi.advanceTimersByTime(1000);
  expect(bar.entries).toEqual(['/#camera=49,0,1,0&lang=zh']);
});

test('dragging a slider is one step', () => {
  const bar = createBar();
  const store = createStore(usual);
  bindAddress(dataset, store, usual, bar);
  for (let i = 2; i < 9; i++) {
    store.update((view) => changeFilters(view, { minDocuments: i }));
    vi.advanceTimersByTime(50);
  }
  vi.advanceTimersByTime(1000);
  expect(bar.entries).toEqual(['/#lang=zh', '/#documents=8&lang=zh']);
});

test('after release nothing is written or read', () => {
  const bar = createBar();
  const store = createStore(usual);
  bindAddress(dataset, store, usual, bar)();
  store.update((view) => selectNode(view, 0));
  expect(bar.entries).toHaveLength(1);
});

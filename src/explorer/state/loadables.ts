/** What is read when something asks for it, kept once read, and tried again when it failed. */
import { LoadError } from './load.ts';

/** How far the reading of something is. */
export type Loadable<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: LoadError };

/** Things that are being read or were, by a key. */
export interface Loadables {
  /** How far the thing of this key is; begins to read it where nobody has asked for it yet. */
  read<T>(key: string, load: () => Promise<T>): Loadable<T>;
  /** Forgets failures, so that the next reading tries again. */
  retry(): void;
  /** Counts arrivals: equal numbers mean that nothing changed. */
  version(): number;
  subscribe(listener: () => void): () => void;
}

const LOADING = { status: 'loading' } as const;

/** Makes an empty collection. */
export function createLoadables(): Loadables {
  const known = new Map<string, Loadable<unknown>>();
  const listeners = new Set<() => void>();
  let version = 0;
  const tell = () => {
    version++;
    for (const listener of [...listeners]) listener();
  };
  const settle = (key: string, state: Loadable<unknown>) => {
    known.set(key, state);
    tell();
  };
  return {
    read<T>(key: string, load: () => Promise<T>) {
      const state = known.get(key);
      if (state !== undefined) return state as Loadable<T>;
      known.set(key, LOADING);
      load().then(
        (value) => settle(key, { status: 'ready', value }),
        (error: unknown) => {
          const failure = error instanceof LoadError ? error : new LoadError('unreachable', key, String(error));
          settle(key, { status: 'failed', error: failure });
        },
      );
      return LOADING;
    },
    retry() {
      for (const [key, state] of known) if (state.status === 'failed') known.delete(key);
      tell();
    },
    version: () => version,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Several readings as one: ready when all are, failed when one is. */
export function allOf<T>(parts: readonly Loadable<T>[]): Loadable<readonly T[]> {
  const values: T[] = [];
  let loading = false;
  for (const part of parts) {
    if (part.status === 'failed') return part;
    if (part.status === 'ready') values.push(part.value);
    else loading = true;
  }
  return loading ? LOADING : { status: 'ready', value: values };
}

/** The smallest store that React's `useSyncExternalStore` can read, without knowing React. */

/** A value that changes, and tells those who listen. */
export interface Store<T> {
  /** The value now; the same object until the next change. */
  get(): T;
  /** Puts in the value that `change` makes of the one before; listeners hear of it only where it differs. */
  update(change: (value: T) => T): void;
  /** Calls `listener` after each change; the function that it gives back ends that. */
  subscribe(listener: () => void): () => void;
}

/** Makes a store that holds `initial`. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    update(change) {
      const next = change(value);
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/**
 * Remembers the last result of a pure function: called again with the same arguments (by identity), it gives the same
 * object, so that what depends on it need not change either.
 */
export function memoiseLast<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | undefined;
  return (...args) => {
    if (last?.args.length === args.length && last.args.every((arg, i) => Object.is(arg, args[i]))) return last.result;
    const result = compute(...args);
    last = { args, result };
    return result;
  };
}

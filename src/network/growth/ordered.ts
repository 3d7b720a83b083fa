/** Things by their ids, in the order of those; a thing that is set anew with the same content stays the same object. */
import { compareText } from '../order.ts';
import { merge } from './documents.ts';

/** Things in order. */
export interface Ordered<T> {
  get(id: string): T | undefined;
  set(id: string, value: T): void;
  remove(id: string): void;
  /** All, in the order of their ids. */
  all(): readonly T[];
  /** Ids of what has become another, has come or gone since this was asked last. */
  changed(): ReadonlySet<string>;
}

/** Nothing yet. */
export function createOrdered<T>(): Ordered<T> {
  const values = new Map<string, T>();
  let changed = new Set<string>();
  let order: readonly string[] = [];
  let moved = new Set<string>();
  return {
    get: (id) => values.get(id),
    set(id, value) {
      const known = values.get(id);
      if (known !== undefined && isSame(known, value)) return;
      if (known === undefined) moved.add(id);
      values.set(id, value);
      changed.add(id);
    },
    remove(id) {
      if (!values.delete(id)) return;
      moved.add(id);
      changed.add(id);
    },
    all() {
      if (moved.size > 0) {
        const come = [...moved].filter((id) => values.has(id)).sort(compareText);
        order = merge(
          order.filter((id) => values.has(id) && !moved.has(id)),
          come,
          compareText,
        );
        moved = new Set();
      }
      return order.map((id) => values.get(id) as T);
    },
    changed() {
      const ids = changed;
      changed = new Set();
      return ids;
    },
  };
}

/** Whether two pieces of plain data have the same content. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  }
  const [one, other] = [Object.entries(a), b as Readonly<Record<string, unknown>>];
  return (
    one.length === Object.keys(other).length &&
    one.every(([name, value]) => name in other && isSame(value, other[name]))
  );
}

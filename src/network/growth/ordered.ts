/** Things by their ids, in the order of those; a thing that is set anew with the same content stays the same object. */
import { compareText } from '../order.ts';
import { replace } from './sorted-list.ts';

/** Things in order. */
export interface Ordered<T> {
  get(id: string): T | undefined;
  set(id: string, value: T): void;
  remove(id: string): void;
  /** All, in the order of their ids. */
  all(): readonly T[];
  /** What has become another, has come or gone since this was asked last, as it was; undefined for what has come. */
  changed(): ReadonlyMap<string, T | undefined>;
}

/** Nothing yet. */
export function createOrdered<T>(): Ordered<T> {
  const values = new Map<string, T>();
  let changed = new Map<string, T | undefined>();
  let order: readonly string[] = [];
  let moved = new Set<string>();
  return {
    get: (id) => values.get(id),
    set(id, value) {
      const known = values.get(id);
      if (known !== undefined && isSame(known, value)) return;
      if (known === undefined) moved.add(id);
      values.set(id, value);
      if (!changed.has(id)) changed.set(id, known);
    },
    remove(id) {
      const known = values.get(id);
      if (known === undefined) return;
      values.delete(id);
      moved.add(id);
      if (!changed.has(id)) changed.set(id, known);
    },
    all() {
      if (moved.size > 0) {
        order = replace(
          order,
          [...moved].sort(compareText),
          (id) => id,
          (id) => (values.has(id) ? [id] : []),
        );
        moved = new Set();
      }
      return order.map((id) => values.get(id) as T);
    },
    changed() {
      const before = changed;
      changed = new Map();
      return before;
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

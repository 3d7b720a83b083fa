/**
 * Which documents are reprints of which, kept up as documents come and go. A document is compared with those before it
 * in the order of precedence that share a bucket of its sketch; what comes and goes bears on later documents of its
 * buckets only, and on those only where what they are compared with is another.
 */
import { createBucketTable, type Numbered } from './bucket-table.ts';
import {
  BANDS,
  isLongBetween,
  isSame,
  type Reprintable,
  type Sketch,
  shinglesOf,
  sketchText,
} from './near-duplicates.ts';

/** A bucket of more texts than this is boilerplate; each of its texts is compared with this many before it. */
const BUCKET = 24;

/** Share of the smaller sketch that an extract and its whole have in common: far less than they do, far more than others. */
const LEAST_SHARED = 0.3;

/** How many texts in comparison have their shingles kept, at about four bytes for a character. */
const SETS_KEPT = 4096;

/** Reprints of a corpus that changes. */
export interface ReprintIndex<T extends Reprintable> {
  /**
   * Takes documents out and in; one that has changed is both.
   *
   * @returns ids of the documents that have another original than before, those that came and went left out
   */
  change(removed: ReadonlySet<string>, added: readonly T[]): ReadonlySet<string>;
  /** The original of a document; its own id where it is no reprint. */
  originalOf(id: string): string;
  /** Number of reprints. */
  count(): number;
  /** From the id of each reprint to the id of its original. */
  reprints(): Map<string, string>;
}

interface Entry<T> extends Numbered {
  readonly document: T;
  readonly sketch: Sketch;
  original: Entry<T>;
  /** The originals that it was compared with, in order of precedence. */
  compared: readonly Entry<T>[];
}

/**
 * Finds which documents are reprints of which.
 *
 * @param documents in any order; the result does not depend on it
 * @param sketchOf the {@link sketchText} of a document's text, where it is at hand already
 * @returns from the id of each reprint to the id of its original, the one of earliest date (undated last), then of
 * smallest id; an original is never a reprint itself
 */
export function findReprints<T extends Reprintable>(
  documents: readonly T[],
  sketchOf: (document: T) => Sketch = ({ text }) => sketchText(text),
): Map<string, string> {
  const index = createReprintIndex<T>(sketchOf);
  index.change(new Set(), documents);
  return index.reprints();
}

/**
 * No documents yet.
 *
 * @param sketchOf is asked once for a document
 */
export function createReprintIndex<T extends Reprintable>(sketchOf: (document: T) => Sketch): ReprintIndex<T> {
  const entries = new Map<string, Entry<T>>();
  const buckets = createBucketTable<Entry<T>>(byPrecedence);
  /** Numbers of entries that are gone. */
  const unused: number[] = [];
  let next = 0;
  const shinglesAt = keepLast(SETS_KEPT, ({ document }: Entry<T>) => shinglesOf(document.text));

  /** Notes in `later` what comes after an entry in the buckets in which it is one of those that others are compared with. */
  function noteLater(entry: Entry<T>, later: Set<Entry<T>>): void {
    for (const key of new Set(entry.sketch)) {
      const bucket = buckets.get(key);
      if (bucket.length < 2) continue;
      const at = bucket.slice(0, BUCKET).indexOf(entry);
      if (at >= 0) for (let next = at + 1; next < bucket.length; next++) later.add(bucket[next] as Entry<T>);
    }
  }

  function insert(document: T): Entry<T> {
    const sketch = sketchOf(document);
    const number = unused.pop() ?? next++;
    const own = { document, number, sketch, compared: NONE };
    const entry: Entry<T> = Object.assign(own, { original: own as unknown as Entry<T> });
    entries.set(document.id, entry);
    for (const key of new Set(sketch)) buckets.add(key, entry);
    return entry;
  }

  function remove(entry: Entry<T>): void {
    for (const key of new Set(entry.sketch)) buckets.remove(key, entry);
    unused.push(entry.number);
  }

  /** The originals of the texts that share a bucket with this one, or enough of its sample. */
  function comparedWith(entry: Entry<T>): readonly Entry<T>[] {
    const candidates = new Set<Entry<T>>();
    const shared = new Map<Entry<T>, number>();
    for (const [at, key] of entry.sketch.entries()) {
      const bucket = buckets.get(key);
      for (let place = 0; place < BUCKET && place < bucket.length; place++) {
        const other = bucket[place] as Entry<T>;
        if (other === entry || byPrecedence(other, entry) >= 0) break;
        if (at < BANDS) candidates.add(other);
        else shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    for (const [other, count] of shared) {
      if (count >= LEAST_SHARED * Math.min(sampled(entry), sampled(other))) candidates.add(other);
    }
    return candidates.size === 0
      ? NONE
      : [...new Set([...candidates].map(({ original }) => original))].sort(byPrecedence);
  }

  /** True when the entry has another original now. */
  function settle(entry: Entry<T>): boolean {
    const compared = comparedWith(entry);
    const before = entry.original;
    if (compared.length !== entry.compared.length || compared.some((other, at) => other !== entry.compared[at])) {
      entry.compared = compared;
      entry.original =
        compared.find((other) =>
          isSame(shinglesAt(other), shinglesAt(entry), isLongBetween(other.document.date, entry.document.date)),
        ) ?? entry;
    }
    return entry.original !== before;
  }

  return {
    change(removed, added) {
      const gone = [...removed].flatMap((id) => entries.get(id) ?? []);
      const later = new Set<Entry<T>>();
      for (const entry of gone) noteLater(entry, later);
      for (const entry of gone) {
        entries.delete(entry.document.id);
        remove(entry);
        later.delete(entry);
      }
      const come = [...added].sort(precedence).map(insert);
      const fresh = new Set(come);
      // Where everything is new, all are looked at in any case.
      if (fresh.size < entries.size) for (const entry of come) noteLater(entry, later);
      const queue = createQueue([...come, ...[...later].filter((entry) => !fresh.has(entry))]);
      const changed = new Set<string>();
      for (let entry = queue.next(); entry !== undefined; entry = queue.next()) {
        const before = entry.original.document.id;
        if (!settle(entry)) continue;
        if (!fresh.has(entry) && entry.original.document.id !== before) changed.add(entry.document.id);
        const touched = new Set<Entry<T>>();
        if (fresh.size < entries.size) noteLater(entry, touched);
        for (const other of touched) queue.add(other);
      }
      return changed;
    },
    originalOf: (id) => entries.get(id)?.original.document.id ?? id,
    count() {
      let found = 0;
      for (const entry of entries.values()) if (entry.original !== entry) found++;
      return found;
    },
    reprints: () =>
      new Map(
        [...entries]
          .filter(([, entry]) => entry.original !== entry)
          .sort((a, b) => byPrecedence(a[1], b[1]))
          .map(([id, { original }]) => [id, original.document.id]),
      ),
  };
}

/** Entries in the order of precedence; each once, and one that is added later comes in its place. */
function createQueue<T extends Reprintable>(first: readonly Entry<T>[]) {
  const waiting = new Set(first);
  const heap = [...first].sort(byPrecedence);
  let at = 0;
  return {
    add(entry: Entry<T>): void {
      if (waiting.has(entry)) return;
      waiting.add(entry);
      let place = heap.length;
      while (place > at && byPrecedence(heap[place - 1] as Entry<T>, entry) > 0) place--;
      heap.splice(place, 0, entry);
    },
    next(): Entry<T> | undefined {
      const entry = heap[at++];
      if (entry !== undefined) waiting.delete(entry);
      return entry;
    },
  };
}

const sampled = ({ sketch }: Entry<unknown>) => Math.max(0, sketch.length - BANDS);

/** Most texts are compared with none. */
const NONE: readonly never[] = [];

function byPrecedence(a: Entry<Reprintable>, b: Entry<Reprintable>): number {
  return precedence(a.document, b.document);
}

function precedence(a: Reprintable, b: Reprintable): number {
  return compare(a.date ?? '\uffff', b.date ?? '\uffff') || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A function that remembers its last results. */
function keepLast<K, T>(most: number, make: (key: K) => T): (key: K) => T {
  const kept = new Map<K, T>();
  return (key) => {
    const value = kept.get(key) ?? make(key);
    kept.delete(key);
    kept.set(key, value);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return value;
  };
}

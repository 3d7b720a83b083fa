/** Hashing of features, so that no string is built per feature, and a table of what belongs to a hash. */

/**
 * Mixes one more number into a hash (multiply and fold, after the finaliser of MurmurHash3).
 *
 * @returns a signed 32-bit number
 */
export function mix(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, 0x9e3779b1);
  return Math.imul(product ^ (product >>> 15), 0x85ebca77);
}

/** Ends a hash: an unsigned 32-bit number that is never 0, for 0 marks the absence of a feature. */
export function finish(hash: number): number {
  return (hash ^ (hash >>> 13)) >>> 0 || 1;
}

/** Hash of the code units from `start` to `end` of `text`; the same for a word wherever it stands. Never 0. */
export function hashUnits(text: string, start: number, end: number): number {
  let hash = 0;
  for (let index = start; index < end; index++) hash = mix(hash, text.charCodeAt(index) + 1);
  return finish(hash);
}

/** Numbers by hash, with open addressing. */
export interface HashTable {
  /** Hash and number in turn; hash 0 is an empty slot. */
  readonly slots: Uint32Array;
  /** Number of slots less one; the number of slots is a power of two. */
  readonly mask: number;
}

/** A table of `values[i]` by `keys[i]`; keys are not 0, and of equal keys the first counts. Two thirds are filled at most. */
export function createHashTable(keys: ArrayLike<number>, values: ArrayLike<number>): HashTable {
  let size = 256;
  while (size * 2 < keys.length * 3) size *= 2;
  const mask = size - 1;
  const slots = new Uint32Array(size * 2);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? 0;
    let slot = key & mask;
    while (slots[slot * 2] !== 0 && slots[slot * 2] !== key) slot = (slot + 1) & mask;
    if (slots[slot * 2] === key) continue;
    slots[slot * 2] = key;
    slots[slot * 2 + 1] = values[index] ?? 0;
  }
  return { slots, mask };
}

/** The number that belongs to a hash, 0 if there is none. */
export function lookUp({ slots, mask }: HashTable, key: number): number {
  let slot = key & mask;
  for (;;) {
    const found = slots[slot * 2] ?? 0;
    if (found === key) return slots[slot * 2 + 1] ?? 0;
    if (found === 0) return 0;
    slot = (slot + 1) & mask;
  }
}

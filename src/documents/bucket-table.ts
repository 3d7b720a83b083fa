/**
 * Things in buckets that go by 32-bit numbers, some sixty for each text of a corpus. Most buckets hold one thing. A hash
 * table of typed arrays (open addressing with linear probing and deletion by shifting back: D. Knuth, The Art of
 * Computer Programming, vol. 3, 6.4, algorithm R) takes a fraction of what a map of such numbers does, and has no limit
 * of sixteen million.
 */

/** A thing that may stand in buckets. */
export interface Numbered {
  /** Its own, from 0; small, because there is a place for each up to the largest. */
  readonly number: number;
}

/** The buckets. */
export interface BucketTable<T extends Numbered> {
  /** What a bucket holds, in the order of precedence. */
  get(key: number): readonly T[];
  add(key: number, thing: T): void;
  remove(key: number, thing: T): void;
}

const FREE = -1;
/** In place of a number: the bucket holds several. */
const SEVERAL = -2;
const LEAST_SLOTS = 1024;
const SHORT = 32;
/** Share of the slots that may be taken. */
const MOST_TAKEN = 0.7;

/**
 * No buckets yet.
 *
 * @param byPrecedence the order within a bucket
 */
export function createBucketTable<T extends Numbered>(byPrecedence: (a: T, b: T) => number): BucketTable<T> {
  let keys = new Uint32Array(LEAST_SLOTS);
  let numbers = new Int32Array(LEAST_SLOTS).fill(FREE);
  let taken = 0;
  const things: (T | undefined)[] = [];
  const several = new Map<number, T[]>();

  /** Keys are hashes already, but their lowest bits may have been chosen by. */
  const home = (key: number, size: number) => (Math.imul(key, 0x9e3779b1) >>> 7) & (size - 1);

  /** The slot of a key, or the free one where it would stand. */
  function slotOf(key: number): number {
    let slot = home(key, keys.length);
    while (numbers[slot] !== FREE && keys[slot] !== key) slot = (slot + 1) & (keys.length - 1);
    return slot;
  }

  function grow(): void {
    const [oldKeys, oldNumbers] = [keys, numbers];
    keys = new Uint32Array(oldKeys.length * 2);
    numbers = new Int32Array(oldKeys.length * 2).fill(FREE);
    for (let slot = 0; slot < oldKeys.length; slot++) {
      const number = oldNumbers[slot] as number;
      if (number === FREE) continue;
      const key = oldKeys[slot] as number;
      const to = slotOf(key);
      keys[to] = key;
      numbers[to] = number;
    }
  }

  function free(slot: number): void {
    const mask = keys.length - 1;
    let gap = slot;
    for (let at = (slot + 1) & mask; numbers[at] !== FREE; at = (at + 1) & mask) {
      const wanted = home(keys[at] as number, keys.length);
      // What would still be found from its home stays.
      if (((at - wanted) & mask) < ((at - gap) & mask)) continue;
      keys[gap] = keys[at] as number;
      numbers[gap] = numbers[at] as number;
      gap = at;
    }
    numbers[gap] = FREE;
    taken--;
  }

  return {
    get(key) {
      const number = numbers[slotOf(key)] as number;
      if (number === FREE) return [];
      if (number === SEVERAL) return several.get(key) ?? [];
      return [things[number] as T];
    },
    add(key, thing) {
      things[thing.number] = thing;
      const slot = slotOf(key);
      const number = numbers[slot] as number;
      if (number === FREE) {
        keys[slot] = key;
        numbers[slot] = thing.number;
        taken++;
        if (taken > MOST_TAKEN * keys.length) grow();
        return;
      }
      const list = number === SEVERAL ? (several.get(key) ?? []) : [things[number] as T];
      const at = list.findLastIndex((other) => byPrecedence(other, thing) < 0);
      // A short list is made anew, because engines leave room for sixteen more where one is let in.
      if (list.length < SHORT) several.set(key, list.slice(0, at + 1).concat([thing], list.slice(at + 1)));
      else {
        list.splice(at + 1, 0, thing);
        several.set(key, list);
      }
      numbers[slot] = SEVERAL;
    },
    remove(key, thing) {
      const slot = slotOf(key);
      const number = numbers[slot] as number;
      if (number === thing.number) free(slot);
      if (number !== SEVERAL) return;
      const left = (several.get(key) ?? []).filter((other) => other !== thing);
      const [only] = left;
      if (left.length > 1 || only === undefined) {
        several.set(key, left);
        return;
      }
      several.delete(key);
      numbers[slot] = only.number;
    },
  };
}

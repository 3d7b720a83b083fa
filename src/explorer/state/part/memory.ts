/** Names that were brought into a part of a network, kept for the time that the browser's tab is open. */

/** What is needed of `sessionStorage`. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Keeps ids of nodes. */
export interface PartMemory {
  /** What was kept last; nothing where the browser keeps nothing, or what it kept is damaged. */
  read(): readonly string[];
  /** Keeps the last {@link MOST_KEPT} of `ids`. */
  write(ids: readonly string[]): void;
}

/** Names that are kept; those brought in last, since these are what a reader is at. */
export const MOST_KEPT = 1_000;

/** Ids longer than this are none that a server takes. */
const LONGEST_ID = 1_000;

/**
 * The memory of one page.
 *
 * @param storage gives the browser's storage; may throw where that is forbidden
 * @param base address of the page's folder
 */
export function createPartMemory(storage: () => TabStorage, base: string): PartMemory {
  const key = `guanxi.part.${base}`;
  return {
    read() {
      try {
        const value: unknown = JSON.parse(storage().getItem(key) ?? '[]');
        if (!Array.isArray(value)) return [];
        return value
          .filter((id): id is string => typeof id === 'string' && id !== '' && id.length <= LONGEST_ID)
          .slice(-MOST_KEPT);
      } catch {
        return [];
      }
    },
    write(ids) {
      try {
        storage().setItem(key, JSON.stringify(ids.slice(-MOST_KEPT)));
      } catch {
        // A browser that keeps nothing shows the first part again after a reload.
      }
    },
  };
}

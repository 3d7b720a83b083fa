/** Views that the reader has named: kept by the browser, and written to files for others. */

/** A named view. */
export interface SavedView {
  readonly name: string;
  /** What the reader has to say of it; may be empty. */
  readonly note: string;
  /** The view as an address without `#`. */
  readonly address: string;
}

/** What is needed of `localStorage`. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

const FORMAT = 'guanxi-views';
const VERSION = 1;
const LONGEST = { name: 200, note: 4000, address: 200_000 } as const;

const keyOf = (title: string): string => `guanxi.views.${title}`;

/** Views kept for the network of that title. Storage that is forbidden or damaged holds none. */
export function readShelf(shelf: Shelf, title: string): readonly SavedView[] {
  try {
    return readViews(shelf.getItem(keyOf(title)) ?? '') ?? [];
  } catch {
    return [];
  }
}

/** Keeps views; false where the browser keeps nothing. */
export function writeShelf(shelf: Shelf, title: string, views: readonly SavedView[]): boolean {
  try {
    shelf.setItem(keyOf(title), writeViews(views));
    return true;
  } catch {
    return false;
  }
}

/** Views as the text of a file. */
export function writeViews(views: readonly SavedView[]): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, views }, null, 2)}\n`;
}

/** Reads {@link writeViews}; null where the text is something else. */
export function readViews(text: string): readonly SavedView[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { format, version, views } = value as Record<string, unknown>;
  if (format !== FORMAT || version !== VERSION || !Array.isArray(views)) return null;
  return views.flatMap((view: unknown) => {
    if (typeof view !== 'object' || view === null) return [];
    const { name, note, address } = view as Record<string, unknown>;
    if (typeof name !== 'string' || typeof address !== 'string') return [];
    return [
      {
        name: name.slice(0, LONGEST.name),
        note: typeof note === 'string' ? note.slice(0, LONGEST.note) : '',
        address: address.slice(0, LONGEST.address),
      },
    ];
  });
}

/** Adds a view in front; one of the same name is replaced. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  return [view, ...views.filter(({ name }) => name !== view.name)];
}

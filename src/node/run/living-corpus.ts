/** The corpus as the store has it, kept in mind from build to build, so that only what has changed is read back. */
import type { Document } from '../../documents/document.ts';
import type { Sketch } from '../../documents/near-duplicates.ts';
import type { Problem } from '../../errors.ts';
import type { Extraction } from '../../extraction.ts';
import { count } from '../../network/order.ts';
import type { CorpusFile, FileList } from '../corpus/files.ts';
import { createIdAssigner, type IdAssigner, wantedId } from '../corpus/read-corpus.ts';
import type { ArticleTable, StoredMetadata } from '../store/articles.ts';
import type { StoredItem } from '../store/files.ts';
import type { Store } from '../store/store.ts';
import { extractionProblem } from './extract-safely.ts';

/** A document of which all that is long stays in the store, so that it does not fill the memory. */
export interface StoredText extends Document {
  /** Number of the article in the store. */
  readonly article: number;
  /** By what reprints are found. */
  readonly sketch: Sketch;
  /** What was found in it. */
  extraction(): Extraction;
}

/** What has changed since the corpus was read the last time. */
export interface CorpusChange {
  /** Ids of documents that are gone or are others now. */
  readonly removed: ReadonlySet<string>;
  readonly added: readonly StoredText[];
  /** Trouble with files and articles of the whole corpus; what could not be listed is not among it. */
  readonly problems: readonly Problem[];
}

/** Reads the corpus again and again. */
export interface LivingCorpus {
  /**
   * The result depends on what the files say alone, not on the order in which they were stored.
   *
   * @param store the same one every time
   * @param list the files that the store was updated with
   */
  read(store: Store, list: FileList): CorpusChange;
}

/** A file as it was read back. */
interface KnownFile {
  readonly number: number;
  readonly file: CorpusFile;
  readonly items: readonly StoredItem[];
  placed: Placed;
}

/** What a file holds, when its documents have ids. */
interface Placed {
  readonly documents: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

const NOTHING: Placed = { documents: new Map(), problems: [] };

/** Nothing is known yet. */
export function createLivingCorpus(): LivingCorpus {
  const files = new Map<string, KnownFile>();
  /** By number of the article, which is never given again: why extraction failed, where it did. */
  let failures: Map<number, string> | undefined;
  /** How many articles want an id. */
  const wanted = new Map<string, number>();
  let doubles = 0;
  const opened: Opened = { articles: undefined };

  const want = ({ file, items }: KnownFile, by: 1 | -1): void => {
    for (const item of items) {
      if ('problem' in item) continue;
      const id = wantedId(file, item);
      const before = wanted.get(id) ?? 0;
      count(wanted, id, by);
      if (before + by === 0) wanted.delete(id);
      if (Math.max(before, before + by) > 1) doubles += by;
    }
  };

  function place({ file, items }: KnownFile, assign: IdAssigner): Placed {
    const documents = new Map<string, number>();
    const problems: Problem[] = [];
    for (const item of items) {
      if ('problem' in item) {
        problems.push(item.problem);
        continue;
      }
      const { article, ...where } = item;
      const { id, problem } = assign(file, where);
      if (problem !== undefined) problems.push(problem);
      const failure = failures?.get(article);
      if (failure === undefined) documents.set(id, article);
      else problems.push(extractionProblem(id, failure));
    }
    return { documents, problems };
  }

  return {
    read(store, list) {
      // The store of an earlier build is closed.
      opened.articles = store.articles;
      const isFirst = failures === undefined;
      failures ??= new Map(store.articles.failures());
      const stored = store.files.all();
      const [before, now] = [new Map<string, number>(), new Map<string, number>()];
      const note = (documents: ReadonlyMap<string, number>, map: Map<string, number>) => {
        for (const [id, article] of documents) map.set(id, article);
      };
      const present = new Set<string>();
      const changed: KnownFile[] = [];
      const hadDoubles = doubles > 0;
      const forget = (known: KnownFile) => {
        note(known.placed.documents, before);
        want(known, -1);
        files.delete(known.file.path);
      };
      for (const file of list.files) {
        const number = stored.get(file.path)?.number;
        if (number === undefined) continue;
        present.add(file.path);
        const known = files.get(file.path);
        if (known?.number === number && known.file.id === file.id) continue;
        if (known !== undefined) forget(known);
        const fresh = { number, file, items: [...store.files.items(number)], placed: NOTHING };
        if (!isFirst) noteFailures(store.articles, fresh.items, failures);
        want(fresh, 1);
        files.set(file.path, fresh);
        changed.push(fresh);
      }
      for (const known of [...files.values()]) if (!present.has(known.file.path)) forget(known);

      const inOrder = () => list.files.flatMap(({ path }) => files.get(path) ?? []);
      if (hadDoubles || doubles > 0) {
        // Whoever comes first has the id, so that a file bears on all that follow.
        const assign = createIdAssigner();
        for (const known of inOrder()) {
          note(known.placed.documents, before);
          known.placed = place(known, assign);
          note(known.placed.documents, now);
        }
      } else {
        const assign = createIdAssigner();
        for (const known of changed) {
          known.placed = place(known, assign);
          note(known.placed.documents, now);
        }
      }
      return {
        removed: new Set([...before].filter(([id, article]) => now.get(id) !== article).map(([id]) => id)),
        added: [...now]
          .filter(([id, article]) => before.get(id) !== article)
          .map(([id, article]) => new OpenedDocument(id, article, store.articles.metadata(article), opened)),
        problems: inOrder().flatMap(({ placed }) => placed.problems),
      };
    },
  };
}

/** Asks only for articles that came, since asking for all goes through them all. */
function noteFailures(table: ArticleTable, items: readonly StoredItem[], failures: Map<number, string>): void {
  for (const item of items) {
    const failure = 'article' in item ? table.failure(item.article) : undefined;
    if (failure !== undefined && 'article' in item) failures.set(item.article, failure);
  }
}

/** The articles of the store that is open. */
interface Opened {
  articles: ArticleTable | undefined;
}

/** A class, so that what it reads from the store is defined once and not for each of a million documents. */
class OpenedDocument implements StoredText {
  declare readonly title?: string;
  declare readonly date?: string;
  declare readonly publisher?: string;
  declare readonly author?: string;
  declare readonly url?: string;
  readonly id: string;
  readonly article: number;
  readonly #opened: Opened;

  constructor(id: string, article: number, metadata: StoredMetadata, opened: Opened) {
    this.id = id;
    this.article = article;
    this.#opened = opened;
    Object.assign(this, metadata);
  }

  get text(): string {
    return this.#articles.text(this.article);
  }

  get sketch(): Sketch {
    return this.#articles.sketch(this.article);
  }

  extraction(): Extraction {
    return { id: this.id, ...this.#articles.extraction(this.article) };
  }

  get #articles(): ArticleTable {
    if (this.#opened.articles === undefined) throw new Error('No store is open.');
    return this.#opened.articles;
  }
}

/** Brings the store up to date with the corpus; costs what is new, whatever the size of the corpus. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Document } from '../../documents/document.ts';
import type { Problem } from '../../errors.ts';
import { type CorpusFile, type FileList, problemOf } from '../corpus/files.ts';
import { type FoundArticle, readFileItems } from '../corpus/read-corpus.ts';
import type { StoredFile } from '../store/files.ts';
import type { Store } from '../store/store.ts';
import { extractDocuments } from './extract-documents.ts';
import type { Extractor } from './extractor.ts';
import { hashOf } from './fingerprint.ts';

/** How to update. */
export interface UpdateOptions {
  readonly extractor: Extractor;
  /** Fingerprint of what reads and extracts: what another program read is read anew. */
  readonly fingerprint: string;
  readonly encoding?: string;
  /** Receives bytes of files done, documents and problems met so far. */
  readonly onProgress: (bytes: number, documents: number, problems: number) => void;
}

/** What an update did. */
export interface UpdateSummary {
  /** Files that were read. */
  readonly read: number;
  /** Articles that were extracted. */
  readonly extracted: number;
  /** Files that are no longer there. */
  readonly removed: number;
}

/** Note of the store: another value whenever another set of documents is in it. */
export const REVISION = 'revision';

/** Work of about this many milliseconds is lost when the process is killed. */
const COMMIT_EVERY = 500;

type Event =
  | {
      readonly kind: 'same';
      readonly bytes: number;
      readonly touch?: { readonly file: number; readonly stamp: string };
    }
  | { readonly kind: 'begin'; readonly file: Omit<StoredFile, 'number'> }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | {
      readonly kind: 'article';
      readonly place: Omit<FoundArticle, 'article'>;
      readonly hash: string;
      /** Only where the store does not have the article; its id is the hash. */
      readonly document?: Document;
    }
  | { readonly kind: 'end'; readonly bytes: number };

/**
 * Reads files that are new or changed, extracts articles that are new, and removes what is gone. Everything is written
 * in transactions as the work goes on: an interrupted update is resumed by the next one, which finds the articles that
 * were extracted. Articles that no file holds any more stay, because the network of the last build refers to them, until
 * another one is written.
 *
 * @param list the corpus as it is now
 */
export async function updateStore(store: Store, list: FileList, options: UpdateOptions): Promise<UpdateSummary> {
  const { files, articles } = store;
  const summary = { read: 0, extracted: 0, removed: 0 };
  let committed = performance.now();
  const change = () => {
    store.begin();
    store.setNote(REVISION, randomUUID());
  };

  store.begin();
  files.removeIncomplete();
  const known = files.all();
  const present = new Set(list.files.map(({ path }) => path));
  for (const { path, number } of known.values()) {
    if (present.has(path)) continue;
    change();
    files.remove(number);
    summary.removed++;
  }
  store.commit();

  let file = 0;
  let position = 0;
  let [bytes, documents, problems] = [0, 0, 0];
  for await (const { item: event, result } of extractDocuments(
    eventsOf(store, list, known, options),
    options.extractor,
  )) {
    switch (event.kind) {
      case 'same':
        bytes += event.bytes;
        if (event.touch !== undefined) {
          store.begin();
          files.touch(event.touch.file, event.touch.stamp);
        }
        break;
      case 'begin':
        change();
        file = files.begin(event.file);
        position = 0;
        summary.read++;
        break;
      case 'problem':
        store.begin();
        files.add(file, position++, event);
        problems++;
        break;
      case 'article': {
        store.begin();
        let article = articles.find(event.hash);
        if (article === undefined && event.document !== undefined && result !== undefined) {
          article = articles.insert(event.hash, event.document, result);
          summary.extracted++;
        }
        if (article === undefined) throw new Error(`The article ${event.hash} has left the store during a build.`);
        files.add(file, position++, { article, ...event.place });
        documents++;
        break;
      }
      case 'end':
        change();
        files.complete(file);
        bytes += event.bytes;
        break;
    }
    options.onProgress(bytes, documents, problems);
    if (performance.now() - committed < COMMIT_EVERY) continue;
    store.commit();
    committed = performance.now();
  }
  store.commit();
  return summary;
}

async function* eventsOf(
  { articles }: Store,
  list: FileList,
  known: ReadonlyMap<string, StoredFile>,
  options: UpdateOptions,
): AsyncGenerator<Event & { readonly document?: Document }> {
  const reader = options.fingerprint;
  for (const file of list.files) {
    const before = known.get(file.path);
    const readBySame = before?.reader === reader ? before : undefined;
    const { path, bytes, stamp = '' } = file;
    if (readBySame !== undefined && stamp !== '' && readBySame.stamp === stamp) {
      yield { kind: 'same', bytes };
      continue;
    }
    const hash = await hashFile(file);
    if (readBySame !== undefined && typeof hash === 'string' && readBySame.hash === hash) {
      yield { kind: 'same', bytes, touch: { file: readBySame.number, stamp } };
      continue;
    }
    const unreadable = typeof hash !== 'string';
    yield { kind: 'begin', file: { path, stamp: unreadable ? '' : stamp, hash: unreadable ? '' : hash, reader } };
    if (unreadable) yield { kind: 'problem', problem: hash };
    else {
      for await (const item of readFileItems(file, options)) {
        if ('problem' in item) {
          yield { kind: 'problem', problem: item.problem };
          continue;
        }
        const { article, ...place } = item;
        const id = hashArticle(article, reader);
        yield {
          kind: 'article',
          place,
          hash: id,
          ...(articles.find(id) === undefined ? { document: { ...article, id } } : {}),
        };
      }
    }
    yield { kind: 'end', bytes };
  }
}

/** Two articles of one hash are one article to the program of this fingerprint. */
function hashArticle({ text, title, date, publisher, author, url }: FoundArticle['article'], fingerprint: string) {
  return hashOf(fingerprint, text, title, date, publisher, author, url);
}

/** The hash of a file's bytes, or why they cannot be read. */
async function hashFile({ path }: CorpusFile): Promise<string | Problem> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
    return hash.digest('hex');
  } catch (cause) {
    return problemOf(cause, path);
  }
}

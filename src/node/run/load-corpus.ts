/** The corpus as the store has it, as the stages take it. */
import type { Document } from '../../documents/document.ts';
import type { Sketch } from '../../documents/near-duplicates.ts';
import type { Problem } from '../../errors.ts';
import type { Extraction } from '../../extraction.ts';
import type { FileList } from '../corpus/files.ts';
import { createIdAssigner } from '../corpus/read-corpus.ts';
import type { StoredArticle } from '../store/articles.ts';
import type { Store } from '../store/store.ts';
import { extractionProblem } from './extract-safely.ts';

/** Everything that the corpus says, in reading order; documents and extractions correspond. */
export interface StoredCorpus {
  /** Texts are fetched from the store when they are read, so that they do not fill the memory. */
  readonly documents: readonly StoredText[];
  readonly extractions: readonly Extraction[];
  /** Trouble with files and articles; what could not be listed is not among it. */
  readonly problems: readonly Problem[];
}

/** A document whose text stays in the store. */
export interface StoredText extends Document {
  /** Number of the article in the store. */
  readonly article: number;
  readonly sketch: Sketch;
}

/**
 * Reads the corpus back. The result depends on what the files say alone, not on the order in which they were stored.
 *
 * @param list the files that the store was updated with
 */
export function loadCorpus({ files, articles }: Store, list: FileList): StoredCorpus {
  const documents: StoredText[] = [];
  const extractions: Extraction[] = [];
  const problems: Problem[] = [];
  const read = new Map<number, StoredArticle>();
  const assign = createIdAssigner();
  const stored = files.all();
  for (const file of list.files) {
    const known = stored.get(file.path);
    if (known === undefined) continue;
    for (const item of files.items(known.number)) {
      if ('problem' in item) {
        problems.push(item.problem);
        continue;
      }
      const { article, ...place } = item;
      const { id, problem } = assign(file, place);
      if (problem !== undefined) problems.push(problem);
      const { result, ...metadata } = read.get(article) ?? articles.read(article);
      read.set(article, { result, ...metadata });
      if ('failure' in result) {
        problems.push(extractionProblem(id, result.failure));
        continue;
      }
      documents.push({
        id,
        article,
        get text() {
          return articles.text(article);
        },
        ...metadata,
        sketch: result.sketch,
      });
      extractions.push({ id, ...result.extraction });
    }
  }
  return { documents, extractions, problems };
}

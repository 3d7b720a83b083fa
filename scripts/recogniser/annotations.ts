/**
 * Names in news, labelled by hand: chunks of about 400 characters from the articles of `news.jsonl` and
 * `broadcast.jsonl`. The labels stand off: `annotations/` has offsets and no text, which stays in the data folder.
 *
 * A file has the name of the file of articles that it labels; a line is one chunk. Conventions:
 * - the longest proper name is labelled, and no name within a name;
 * - a place before a company is part of its name where the registered name would have it, a description is not;
 *   公司 behind a brand belongs to it, the mark of a quotation, bracket or title never does;
 * - `company` is a firm, also under its brand, not its goods; `agency` is state and Party in the widest sense;
 *   `organization` is every other body, international ones included; `project` is one particular undertaking that is
 *   built, signed or run; `event` is a meeting, fair or contest with a name; `place` may be several divisions that
 *   follow one another; `position` is a title without the employer; `work` is what stands within 《》;
 * - common nouns (该公司, 有关部门, 沪指) are no names.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Document, Span } from '../../src/documents/document.ts';
import { MODEL_TYPES } from '../../src/mentions/model/labels.ts';
import type { Segmenter } from '../../src/tokens/token.ts';
import { type LabelledSpan, type LabelledText, readArticles, tokeniseBody } from './data.ts';

/** Where the labels lie. */
export const ANNOTATIONS_FOLDER: string = fileURLToPath(new URL('./annotations', import.meta.url));

const PLACE = z.tuple([z.int().nonnegative(), z.int().positive()]).readonly();

const LINE = z.strictObject({
  /** Id of the article in the file of articles. */
  id: z.string(),
  /** The chunk, in UTF-16 units of the article's text; `end` is exclusive. */
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** {@link hashOfChunk} of the chunk's text. */
  hash: z.string().regex(/^[0-9a-f]{8}$/),
  /** By type, where its names stand, as offsets from the chunk's start; `end` is exclusive. */
  names: z.partialRecord(z.enum(MODEL_TYPES), z.array(PLACE).min(1)),
});

/** Labels of a chunk, without its text. */
export interface ChunkLabels extends Span {
  /** File and line that the labels were read from. */
  readonly place: string;
  /** Name of the file of articles, and the article's id in it. */
  readonly file: string;
  readonly id: string;
  readonly hash: string;
  /** In order and without overlap; offsets are UTF-16 units from the chunk's start. */
  readonly spans: readonly LabelledSpan[];
}

/** A chunk of an article with all names that stand in it. */
export interface AnnotatedChunk extends ChunkLabels {
  readonly article: Document;
}

/** The first eight hexadecimal digits of the text's SHA-256: tells whether labels belong to a text. */
export function hashOfChunk(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/**
 * Reads the labels of a folder, {@link ANNOTATIONS_FOLDER} for those of the project; the articles are not needed.
 *
 * @throws Error when a line is not the labels of a chunk
 */
export function readLabels(folder: string): ChunkLabels[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line, index) => parseLabels(line, file, index + 1)),
    );
}

/**
 * Finds the article of each chunk.
 *
 * @param data folder with the files of articles
 * @throws Error when an article is missing or another than the one that was labelled
 */
export function findChunks(labels: readonly ChunkLabels[], data: string): AnnotatedChunk[] {
  const files = new Map<string, ReadonlyMap<string, Document>>();
  for (const file of new Set(labels.map((chunk) => chunk.file))) {
    files.set(file, new Map(readArticles(join(data, file)).map((article) => [article.id, article])));
  }
  return labels.map((chunk) => {
    const { place, file, id, start, end, hash } = chunk;
    const article = files.get(file)?.get(id);
    if (article === undefined) throw new Error(`${place}: ${join(data, file)} has no article ${id}.`);
    if (hashOfChunk(article.text.slice(start, end)) !== hash) {
      throw new Error(
        `${place}: the text of article ${id} is not the one that was labelled. Use the ${file} that belongs to the labels, or remove the line.`,
      );
    }
    return { ...chunk, article };
  });
}

/** A chunk as a text of its own. */
export function chunkAsText({ article, start, end, spans }: AnnotatedChunk, segmenter: Segmenter): LabelledText {
  return { document: tokeniseBody(`${article.id}-${start}`, article.text.slice(start, end), segmenter), spans };
}

/** Whether the chunks of an article are in the tenth that measures. */
export const isMeasured = (id: string): boolean => Number.parseInt(hashOfChunk(id), 16) % 10 === 7;

function parseLabels(line: string, file: string, number: number): ChunkLabels {
  const place = `${file}:${number}`;
  try {
    const { names, ...chunk } = LINE.parse(JSON.parse(line));
    return { ...chunk, place, file, spans: spansOf(names, chunk.end - chunk.start) };
  } catch (error) {
    throw new Error(`${place}: no labelled chunk. ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @throws Error when names overlap or reach beyond the chunk */
function spansOf(names: z.infer<typeof LINE>['names'], size: number): LabelledSpan[] {
  const spans = MODEL_TYPES.flatMap((name, type) =>
    (names[name] ?? []).map(([start, end]): LabelledSpan => ({ start, end, type })),
  ).sort((one, other) => one.start - other.start);
  let free = 0;
  for (const { start, end } of spans) {
    if (start < free || end <= start) throw new Error(`A name at ${start} overlaps the one before it or is empty.`);
    free = end;
  }
  if (free > size) throw new Error(`A name ends at ${free}, beyond the chunk.`);
  return spans;
}

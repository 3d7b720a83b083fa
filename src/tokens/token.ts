/** What segmentation knows of a document. */
import type { Document, LineKind, Span } from '../documents/document.ts';

/** A word as jieba cuts it. */
export interface TaggedWord {
  readonly word: string;
  /** jieba's part of speech (ICTCLAS tag set: `nr`, `ns`, `v`, …). A hint only: jieba's `nr` is unreliable. */
  readonly tag: string;
}

/** A word of a document: normalised, with its place. */
export interface Token extends Span, TaggedWord {}

/** A sentence, trimmed; headlines and metadata lines are sentences of their own. */
export interface Sentence extends Span {
  /** 0-based number of the line (paragraph) that it stands in. */
  readonly paragraph: number;
  readonly kind: LineKind;
  /** Index of its first token in `tokens`, and of the one after its last. */
  readonly firstToken: number;
  readonly endToken: number;
}

/** A document with its normalised text, sentences and tokens. */
export interface TokenisedDocument {
  readonly document: Document;
  /**
   * The text in one writing: simplified characters, half-width letters and digits, full-width Chinese punctuation.
   * It has the same length as `document.text`, and every offset means the same place in both.
   */
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  /** Date of the document: as given, or read from its metadata lines. ISO 8601. */
  readonly date?: string;
  readonly publisher?: string;
}

/** Cuts text into words. Node's implementation wraps `nodejieba`. */
export interface Segmenter {
  /** Words in order, with tags; their concatenation is `text`. */
  tag(text: string): readonly TaggedWord[];
}

/** Extraction that turns trouble with one document into a value. */
import type { Document } from '../../documents/document.ts';
import { type Sketch, sketchText } from '../../documents/near-duplicates.ts';
import type { Problem } from '../../errors.ts';
import type { Extraction } from '../../extraction.ts';
import { extract } from '../../pipeline.ts';
import type { Resources } from '../../resources.ts';

/** An extraction with what reprints are found by, or why there is none. */
export type ExtractionResult =
  | { readonly extraction: Extraction; readonly sketch: Sketch }
  | { readonly failure: string };

/** Extracts a document; an error becomes a value, so that the run goes on. */
export function extractSafely(document: Document, resources: Resources): ExtractionResult {
  try {
    return { extraction: extract(document, resources), sketch: sketchText(document.text) };
  } catch (cause) {
    return { failure: cause instanceof Error ? cause.message : String(cause) };
  }
}

/**
 * The problem to report for a document that could not be extracted.
 *
 * @param reason the `failure` of its result
 */
export function extractionProblem(document: string, reason: string): Problem {
  return {
    code: 'EXTRACT_FAILED',
    message: `${document}: the article could not be analysed (${reason}). It is left out.`,
    place: { document },
  };
}

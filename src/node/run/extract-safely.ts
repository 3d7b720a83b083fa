/** Extraction that turns trouble with one document into a value. */
import type { Document } from '../../documents/document.ts';
import type { Problem } from '../../errors.ts';
import type { Extraction } from '../../extraction.ts';
import { extract } from '../../pipeline.ts';
import type { Resources } from '../../resources.ts';

/** An extraction, or why there is none. */
export type ExtractionResult = { readonly extraction: Extraction } | { readonly problem: Problem };

/** Extracts a document; an error becomes a problem that names the document, so that the run goes on. */
export function extractSafely(document: Document, resources: Resources): ExtractionResult {
  try {
    return { extraction: extract(document, resources) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return {
      problem: {
        code: 'EXTRACT_FAILED',
        message: `${document.id}: the article could not be analysed (${reason}). It is left out.`,
        place: { document: document.id },
      },
    };
  }
}

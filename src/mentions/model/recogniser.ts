/** The trained recogniser: names by a conditional random field over characters. */
import type { TokenisedDocument } from '../../tokens/token.ts';
import type { Candidate, Recogniser } from '../mention.ts';
import { MODEL_SOURCE } from '../model-edges.ts';
import { MODEL_TYPES, mentionType } from './labels.ts';
import { createLattice, probableSpans, sumLattice } from './lattice.ts';
import { createPiece, LONGEST_PIECE, layOut } from './piece.ts';
import { createScorer } from './scorer.ts';
import type { Model } from './weights.ts';

/** Where no begin of a name fits at least this well beside the best label, a stretch holds none worth proposing. */
const LEAST_BEGIN = 0.02;

/** Spans that are less sure are not proposed. */
const LEAST_SCORE = 0.3;

/** A span of any of the model's types, `work` included, with the model's own probability, not yet calibrated. */
export interface ModelSpan {
  readonly start: number;
  readonly end: number;
  /** Index in `MODEL_TYPES`. */
  readonly type: number;
  readonly probability: number;
}

/**
 * Makes a function that gives all spans in a document that are at least `least` probable. Titles and running text
 * are looked at; furniture and metadata are not.
 */
export function createSpanFinder(model: Model): (document: TokenisedDocument, least: number) => ModelSpan[] {
  const piece = createPiece();
  const score = createScorer(model);
  const lattice = createLattice(LONGEST_PIECE);
  return (document, least) => {
    const spans: ModelSpan[] = [];
    for (const sentence of document.sentences) {
      if (sentence.kind === 'furniture' || sentence.kind === 'metadata') continue;
      for (let start = sentence.start; start < sentence.end; start += LONGEST_PIECE) {
        const end = Math.min(start + LONGEST_PIECE, sentence.end);
        for (const stretch of layOut(document, sentence, start, end, model.resources, piece)) {
          const size = stretch.end - stretch.start;
          const offset = start + stretch.start;
          if (score(piece, stretch.start, size, lattice.fits) < LEAST_BEGIN) continue;
          sumLattice(lattice, size, model.factors);
          for (const span of probableSpans(lattice, size, model.factors, least)) {
            spans.push({ ...span, start: offset + span.start, end: offset + span.end });
          }
        }
      }
    }
    return spans;
  };
}

/** The share of spans that were right at a probability, between the points of a calibration table. */
export function calibrate(table: readonly number[], probability: number): number {
  const steps = table.length - 1;
  if (steps < 1) return probability;
  const at = Math.min(Math.max(probability, 0), 1) * steps;
  const index = Math.min(Math.floor(at), steps - 1);
  const low = table[index] ?? 0;
  const high = table[index + 1] ?? low;
  return low + (high - low) * (at - index);
}

/**
 * The model as a recogniser. Its candidates may overlap: a second reading is given where it is not much less likely
 * than the first. Scores are calibrated: of spans at 0.9, nine in ten were right on sentences kept from training.
 *
 * @example
 * const recogniser = createModelRecogniser(loadModel(bytes));
 * recogniser.recognise(tokenise({ id: 'a', text: '甲市市长王小林会见了客人。' }, segmenter));
 */
export function createModelRecogniser(model: Model): Recogniser {
  const find = createSpanFinder(model);
  return {
    name: MODEL_SOURCE,
    version: model.header.version,
    recognise: (document) => {
      const candidates: Candidate[] = [];
      for (const { start, end, type, probability } of find(document, LEAST_SCORE / 2)) {
        const modelType = MODEL_TYPES[type];
        const mention = modelType === undefined ? undefined : mentionType(modelType);
        const score = calibrate(model.header.calibration[type] ?? [], probability);
        if (mention === undefined || score < LEAST_SCORE) continue;
        candidates.push({ start, end, type: mention, score: Math.round(score * 1000) / 1000, source: MODEL_SOURCE });
      }
      return candidates;
    },
  };
}

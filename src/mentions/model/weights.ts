/** The model file: a header in JSON and tables of numbers, little-endian. */
import { z } from 'zod';
import { GuanxiError } from '../../errors.ts';
import { createHashTable, type HashTable } from './hash.ts';
import { LABEL_COUNT, MODEL_TYPES } from './labels.ts';
import { TRANSITION_COUNT } from './lattice.ts';
import { createLexicon, LEXICON_KINDS } from './lexicon.ts';
import type { FeatureResources } from './piece.ts';
import { TEMPLATE_COUNT } from './templates.ts';

const MAGIC = 0x4d525847; // GXRM
const FORMAT = 1;

/** What a model file says of itself. */
const HEADER = z.object({
  /** Version of the weights; part of the recogniser's version. */
  version: z.string(),
  lexicon: z.object({
    words: z.record(z.enum(LEXICON_KINDS), z.string()),
    surnames: z.tuple([z.string(), z.string(), z.string()]).readonly(),
  }),
  /** Weights of the chain. */
  transitions: z.array(z.number()).length(TRANSITION_COUNT),
  /** What one step of a stored weight is worth. */
  step: z.number().positive(),
  /** Per model type, the share of spans that were right at evenly spaced model probabilities from 0 to 1. */
  calibration: z
    .array(z.array(z.number().min(0).max(1)).min(2).readonly())
    .length(MODEL_TYPES.length)
    .readonly(),
});

const STORED_HEADER = HEADER.extend({
  format: z.literal(FORMAT),
  types: z.array(z.string()).refine((types) => types.join() === MODEL_TYPES.join()),
  templates: z.literal(TEMPLATE_COUNT),
  features: z.int().nonnegative(),
  entries: z.int().nonnegative(),
  words: z.int().nonnegative(),
});

/** What a model file says of itself, beside the sizes of its tables. */
export type ModelHeader = z.infer<typeof HEADER>;

/** A model as it is written. */
export interface ModelData {
  readonly header: ModelHeader;
  /** Hashes of features; first those with the most entries, for they are the most frequent. */
  readonly keys: Uint32Array;
  /** Number of entries of each feature, 1 to {@link LABEL_COUNT}. */
  readonly counts: Uint8Array;
  /** Entries of all features in order: label times 256 plus the weight in steps as a signed byte. */
  readonly entries: Uint16Array;
  /** Hashes of words, and of each what `FeatureResources.words` says. */
  readonly wordKeys: Uint32Array;
  readonly wordValues: Uint16Array;
}

/** A model ready to use. */
export interface Model {
  readonly header: ModelHeader;
  readonly resources: FeatureResources;
  /**
   * By hash of a feature: number of its first entry times 32 plus the number of its entries. The frequent features
   * have a small table, which stays in the processor's cache.
   */
  readonly frequent: HashTable;
  readonly rare: HashTable;
  readonly entries: Uint16Array;
  /** Exponential of minus a number of steps. */
  readonly exponentials: Float64Array;
  /** Exponentials of the transition weights. */
  readonly factors: Float64Array;
}

/** How many features count as frequent. */
const FREQUENT = 1 << 14;

/** No label fits worse than this (as a logarithm, below the best), so that no stretch is impossible. */
export const LEAST_FIT = 20;

const padded = (length: number) => Math.ceil(length / 4) * 4;

/** Writes a model as bytes that {@link loadModel} reads. */
export function encodeModel(data: ModelData): Uint8Array {
  const header: z.infer<typeof STORED_HEADER> = {
    ...data.header,
    format: FORMAT,
    types: [...MODEL_TYPES],
    templates: TEMPLATE_COUNT,
    features: data.keys.length,
    entries: data.entries.length,
    words: data.wordKeys.length,
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const parts = [data.keys, data.wordKeys, data.entries, data.wordValues, data.counts];
  const start = padded(8 + json.length);
  const bytes = new Uint8Array(start + parts.reduce((sum, part) => sum + part.byteLength, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, json.length, true);
  bytes.set(json, 8);
  let at = start;
  for (const part of parts) {
    const size = part.BYTES_PER_ELEMENT;
    for (const [index, value] of part.entries()) {
      if (size === 4) view.setUint32(at + 4 * index, value, true);
      else if (size === 2) view.setUint16(at + 2 * index, value, true);
      else view.setUint8(at + index, value);
    }
    at += part.byteLength;
  }
  return bytes;
}

/**
 * Reads a model file.
 *
 * @throws GuanxiError `MODEL_UNREADABLE` when the bytes are no model of this version of the program
 */
export function loadModel(bytes: Uint8Array): Model {
  const { header, keys, counts, entries, wordKeys, wordValues } = decodeModel(bytes);
  const rows = new Uint32Array(counts.length);
  let first = 0;
  for (const [index, count] of counts.entries()) {
    rows[index] = first * 32 + count;
    first += count;
  }
  if (first !== entries.length || !entries.every((entry) => entry >> 8 < LABEL_COUNT)) throw unreadable();
  const steps = Math.ceil(LEAST_FIT / header.step);
  return {
    header,
    resources: { lexicon: createLexicon(header.lexicon), words: createHashTable(wordKeys, wordValues) },
    frequent: createHashTable(keys.subarray(0, FREQUENT), rows.subarray(0, FREQUENT)),
    rare: createHashTable(keys.subarray(FREQUENT), rows.subarray(FREQUENT)),
    entries,
    exponentials: Float64Array.from({ length: steps }, (_, step) => Math.exp(-step * header.step)),
    factors: Float64Array.from(header.transitions, Math.exp),
  };
}

function decodeModel(bytes: Uint8Array): ModelData {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const jsonLength = bytes.length >= 8 ? view.getUint32(4, true) : 0;
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC || 8 + jsonLength > bytes.length) throw unreadable();
  const header = readHeader(bytes.subarray(8, 8 + jsonLength));
  const { features, entries, words } = header;
  const start = padded(8 + jsonLength);
  if (bytes.length !== start + features * 5 + entries * 2 + words * 6) throw unreadable();
  // A copy, because typed arrays must begin at a multiple of their element's size in their buffer.
  const { buffer } = new Uint8Array(bytes.subarray(start));
  let at = 0;
  const take = (length: number) => {
    at += length;
    return at - length;
  };
  return {
    header,
    keys: new Uint32Array(buffer, take(features * 4), features),
    wordKeys: new Uint32Array(buffer, take(words * 4), words),
    entries: new Uint16Array(buffer, take(entries * 2), entries),
    wordValues: new Uint16Array(buffer, take(words * 2), words),
    counts: new Uint8Array(buffer, take(features), features),
  };
}

function readHeader(bytes: Uint8Array): z.infer<typeof STORED_HEADER> {
  try {
    return STORED_HEADER.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw unreadable();
  }
}

function unreadable(): GuanxiError {
  return new GuanxiError(
    'MODEL_UNREADABLE',
    'The file of recogniser weights is damaged or belongs to another version: install the package again, or train anew with `npm run train`.',
  );
}

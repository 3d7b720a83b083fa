/** Measures a model on labelled texts: strict spans and types. */
import { MODEL_TYPES } from '../../src/mentions/model/labels.ts';
import { createSpanFinder, type ModelSpan } from '../../src/mentions/model/recogniser.ts';
import type { Model } from '../../src/mentions/model/weights.ts';
import type { LabelledText } from './data.ts';

/** Types that the quality bar counts. */
export const COUNTED_TYPES = ['person', 'company', 'agency', 'organization', 'position'] as const;

/** The likeliest spans that do not overlap, all at least `least` probable. */
export function chooseSpans(spans: readonly ModelSpan[], least: number): ModelSpan[] {
  const chosen: ModelSpan[] = [];
  for (const span of [...spans].sort((a, b) => b.probability - a.probability)) {
    if (span.probability < least) break;
    if (chosen.every((other) => span.end <= other.start || span.start >= other.end)) chosen.push(span);
  }
  return chosen;
}

export interface Score {
  readonly right: number;
  readonly found: number;
  readonly gold: number;
}

export const f1 = ({ right, found, gold }: Score): number => (2 * right) / Math.max(1, found + gold);

export interface Evaluation {
  /** By type, and `micro` over {@link COUNTED_TYPES}. */
  readonly scores: ReadonlyMap<string, Score>;
  /** Every proposed span: type, probability, whether it was right. */
  readonly proposals: readonly { readonly type: number; readonly probability: number; readonly right: boolean }[];
}

/** Finds spans in the texts and compares them. */
export function evaluate(model: Model, texts: readonly LabelledText[], least = 0.45): Evaluation {
  const find = createSpanFinder(model);
  const counts = MODEL_TYPES.map(() => ({ right: 0, found: 0, gold: 0 }));
  const proposals: { type: number; probability: number; right: boolean }[] = [];
  for (const { document, spans } of texts) {
    const gold = new Set(spans.map((span) => `${span.start} ${span.end} ${span.type}`));
    const proposed = find(document, 0.02);
    for (const span of proposed) {
      proposals.push({ ...span, right: gold.has(`${span.start} ${span.end} ${span.type}`) });
    }
    for (const span of spans) count(counts[span.type], 'gold');
    for (const span of chooseSpans(proposed, least)) {
      count(counts[span.type], 'found');
      if (gold.has(`${span.start} ${span.end} ${span.type}`)) count(counts[span.type], 'right');
    }
  }
  const scores = new Map<string, Score>(
    MODEL_TYPES.map((type, index) => [type, counts[index] ?? { right: 0, found: 0, gold: 0 }]),
  );
  const counted = COUNTED_TYPES.map((type) => scores.get(type) ?? { right: 0, found: 0, gold: 0 });
  const sum = (key: keyof Score) => counted.reduce((total, score) => total + score[key], 0);
  scores.set('micro', { right: sum('right'), found: sum('found'), gold: sum('gold') });
  return { scores, proposals };
}

function count(
  score: { right: number; found: number; gold: number } | undefined,
  key: 'right' | 'found' | 'gold',
): void {
  if (score !== undefined) score[key]++;
}

/** One line per type. */
export function describeScores(scores: ReadonlyMap<string, Score>): string {
  return [...scores]
    .map(([type, score]) => {
      const percent = (value: number) => (100 * value).toFixed(1).padStart(5);
      const { right, found, gold } = score;
      return `${type.padEnd(13)} P ${percent(right / Math.max(1, found))} R ${percent(right / Math.max(1, gold))} F ${percent(f1(score))} (${gold})`;
    })
    .join('\n');
}

/**
 * For each type, the share of right spans at probabilities 0, 0.05, … 1, never falling (isotonic regression by
 * pooling adjacent violators).
 */
export function calibrationTables(proposals: Evaluation['proposals'], steps = 20): number[][] {
  return MODEL_TYPES.map((_, type) => {
    const right = new Array<number>(steps + 1).fill(0);
    const total = new Array<number>(steps + 1).fill(0);
    for (const proposal of proposals) {
      if (proposal.type !== type) continue;
      const at = proposal.probability * steps;
      const low = Math.min(Math.floor(at), steps - 1);
      for (const [index, share] of [
        [low, 1 - (at - low)],
        [low + 1, at - low],
      ] as const) {
        total[index] = (total[index] ?? 0) + share;
        if (proposal.right) right[index] = (right[index] ?? 0) + share;
      }
    }
    // A little of the model's own probability stands in where few spans were seen.
    const blocks = total.map((count, index) => ({
      sum: (right[index] ?? 0) + (4 * index) / steps,
      count: count + 4,
      width: 1,
    }));
    for (let index = 1; index < blocks.length; ) {
      const here = blocks[index];
      const before = blocks[index - 1];
      if (here === undefined || before === undefined || before.sum / before.count <= here.sum / here.count) {
        index++;
        continue;
      }
      blocks.splice(index - 1, 2, {
        sum: before.sum + here.sum,
        count: before.count + here.count,
        width: before.width + here.width,
      });
      index = Math.max(1, index - 1);
    }
    return blocks.flatMap(({ sum, count, width }) =>
      new Array<number>(width).fill(Math.round((1000 * sum) / count) / 1000),
    );
  });
}

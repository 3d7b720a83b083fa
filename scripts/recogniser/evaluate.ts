/** Measures what was found in labelled texts: strict spans and types. */
import { MODEL_TYPES } from '../../src/mentions/model/labels.ts';
import { createSpanFinder, type ModelSpan } from '../../src/mentions/model/recogniser.ts';
import type { Model } from '../../src/mentions/model/weights.ts';
import type { LabelledSpan, LabelledText } from './data.ts';

/** Types that the quality bar counts. */
const COUNTED_TYPES = ['person', 'company', 'agency', 'organization', 'position'] as const;

/** A span that the model proposed, and whether exactly it was labelled. */
export interface Proposal {
  readonly type: number;
  readonly probability: number;
  readonly right: boolean;
}

/** What was compared: per text, what was found in it. */
export interface Found {
  readonly text: LabelledText;
  readonly spans: readonly LabelledSpan[];
}

/** The model's choice in each text, and everything that it proposed. */
export function findByModel(model: Model, texts: readonly LabelledText[]): { found: Found[]; proposals: Proposal[] } {
  const find = createSpanFinder(model);
  const proposals: Proposal[] = [];
  const found = texts.map((text): Found => {
    const proposed = find(text.document, 0.02);
    for (const { type, probability, start, end } of proposed) {
      const right = text.spans.some((span) => span.start === start && span.end === end && span.type === type);
      proposals.push({ type, probability, right });
    }
    return { text, spans: chooseSpans(proposed) };
  });
  return { found, proposals };
}

/** A name is stated where the model gives it at least this; a little below one half is best for F1. */
const LEAST = 0.4;

/** The likeliest spans that do not overlap. */
function chooseSpans(spans: readonly ModelSpan[]): ModelSpan[] {
  const chosen: ModelSpan[] = [];
  for (const span of [...spans].sort((a, b) => b.probability - a.probability)) {
    if (span.probability < LEAST) break;
    if (chosen.every((other) => span.end <= other.start || span.start >= other.end)) chosen.push(span);
  }
  return chosen;
}

/** A table of precision, recall and F1 by type, and over the types that count. */
export function describeScores(results: readonly Found[]): string {
  const counts = MODEL_TYPES.map(() => ({ right: 0, found: 0, gold: 0 }));
  for (const { text, spans } of results) {
    const gold = new Set(text.spans.map(keyOf));
    for (const { type } of text.spans) add(counts[type], 'gold');
    for (const span of spans) {
      add(counts[span.type], 'found');
      if (gold.has(keyOf(span))) add(counts[span.type], 'right');
    }
  }
  const total = { right: 0, found: 0, gold: 0 };
  for (const type of COUNTED_TYPES) {
    const count = counts[MODEL_TYPES.indexOf(type)];
    for (const key of ['right', 'found', 'gold'] as const) total[key] += count?.[key] ?? 0;
  }
  const all = { right: 0, found: 0, gold: 0 };
  for (const count of counts) for (const key of ['right', 'found', 'gold'] as const) all[key] += count[key];
  const row = (name: string, { right, found, gold }: typeof total) => {
    const percent = (value: number) => (100 * value).toFixed(1);
    const rates = [right / Math.max(1, found), right / Math.max(1, gold), (2 * right) / Math.max(1, found + gold)];
    return `| ${name} | ${rates.map(percent).join(' | ')} | ${gold} |`;
  };
  return [
    '| type | precision | recall | F1 | labelled |\n|---|---:|---:|---:|---:|',
    ...MODEL_TYPES.map((type, index) => row(type, counts[index] ?? total)),
    row(`${COUNTED_TYPES.join(', ')} (micro)`, total),
    row('all (micro)', all),
  ].join('\n');
}

const keyOf = ({ start, end, type }: LabelledSpan) => `${start} ${end} ${type}`;

function add(score: { right: number; found: number; gold: number } | undefined, key: 'right' | 'found' | 'gold'): void {
  if (score !== undefined) score[key]++;
}

/** What labelled spans were found as: a type, another extent, or not at all; and what was found where nothing is. */
export function describeConfusion(results: readonly Found[]): string {
  const columns = [...MODEL_TYPES, 'other extent', 'not found'];
  const rows = new Map([...MODEL_TYPES, 'nothing'].map((row) => [row as string, columns.map(() => 0)]));
  const note = (row: string, column: number) => {
    const cells = rows.get(row);
    if (cells !== undefined) cells[column] = (cells[column] ?? 0) + 1;
  };
  for (const { text, spans } of results) {
    for (const gold of text.spans) {
      const exact = spans.find(({ start, end }) => start === gold.start && end === gold.end);
      const touched = spans.some((span) => overlaps(span, gold));
      note(MODEL_TYPES[gold.type] ?? '', exact?.type ?? MODEL_TYPES.length + (touched ? 0 : 1));
    }
    for (const span of spans) if (!text.spans.some((gold) => overlaps(span, gold))) note('nothing', span.type);
  }
  return [
    `| labelled | ${columns.join(' | ')} |\n|---|${columns.map(() => '---:|').join('')}`,
    ...[...rows].map(([name, cells]) => `| ${name} | ${cells.join(' | ')} |`),
  ].join('\n');
}

const overlaps = (one: LabelledSpan, other: LabelledSpan) => one.start < other.end && other.start < one.end;

/** The first `count` texts, evenly spread, in which something is wrong, with what is missing and what is too much. */
export function describeErrors(results: readonly Found[], count: number): string {
  const wrong = results.flatMap(({ text, spans }) => {
    const gold = new Set(text.spans.map(keyOf));
    const found = new Set(spans.map(keyOf));
    const list = (all: readonly LabelledSpan[], known: ReadonlySet<string>, sign: string) =>
      all
        .filter((span) => !known.has(keyOf(span)))
        .map(({ start, end, type }) => `  ${sign} ${MODEL_TYPES[type]} ${text.document.text.slice(start, end)}`);
    const lines = [...list(text.spans, found, '-'), ...list(spans, gold, '+')];
    return lines.length === 0 ? [] : [`${text.document.text}\n${lines.join('\n')}`];
  });
  const every = Math.max(1, Math.floor(wrong.length / Math.max(1, count)));
  return wrong
    .filter((_, index) => index % every === 0)
    .slice(0, count)
    .join('\n');
}

/**
 * For each type, the share of right spans at probabilities 0, 0.05, … 1, never falling (isotonic regression by
 * pooling adjacent violators).
 */
export function calibrationTables(proposals: readonly Proposal[], steps = 20): number[][] {
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

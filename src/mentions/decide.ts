/**
 * The decision: from candidates that overlap and contradict to the mentions of a document.
 *
 * Sources that agree on a span and type add up (noisy-or, one rule of a recogniser counted once); then the best set
 * of spans that do not overlap is chosen by weighted interval scheduling. Names within a chosen name are kept as its
 * children.
 */
import type { Span } from '../documents/document.ts';
import { ORGANISATION_FORMS, TRADE_FORMS } from './lexicon/organisations.ts';
import type { Candidate, Mention, MentionType } from './mention.ts';
import { endingsAt, suffixTrie } from './suffixes.ts';

/** Candidates below this combined score are no mentions. */
export const THRESHOLD = 0.5;

const HIGHEST = 0.99;

/** Types that may lie within a mention of another type as a name of their own. */
const CHILD_TYPES = new Set<MentionType>(['place', 'agency', 'company', 'organization', 'person']);
const PARENT_TYPES = new Set<MentionType>(['agency', 'company', 'organization', 'project', 'event']);

const NATIONS = new Set(['中国', '全国', '中华', '国家', '世界', '国际']);

/** A span and type with what all its sources say together. */
export interface Combined {
  readonly start: number;
  readonly end: number;
  readonly type: MentionType;
  readonly score: number;
  readonly sources: readonly string[];
}

/**
 * Chooses mentions.
 *
 * @param text normalised text of the document
 * @param candidates in any order; the result does not depend on it
 * @returns mentions sorted by start, the longer first, so that a parent comes before its children
 */
export function decideMentions(text: string, candidates: readonly Candidate[]): Mention[] {
  const combined = combine(candidates, THRESHOLD);
  const chosen = schedule(combined);
  const inside = childrenOf(text, chosen, combined);
  const all = [...chosen, ...inside.map(({ child }) => child)].sort(byPlace);
  const index = new Map(inside.length === 0 ? [] : all.map((mention, at) => [mention, at]));
  const parents = new Map(inside.map(({ child, parent }) => [child, index.get(parent)]));
  return all.map((mention) => {
    const parent = parents.get(mention);
    const { start, end, type, score, sources } = mention;
    const decided = { start, end, type, score, sources, text: text.slice(start, end) };
    return parent === undefined ? decided : { ...decided, parent };
  });
}

const byPlace = (one: Combined, other: Combined) =>
  one.start - other.start || other.end - one.end || (one.type < other.type ? -1 : one.type > other.type ? 1 : 0);

/** Longer spans are no names; with a bound, a span is one number. */
const LONGEST = 1024;

/** The same number for spans that are the same, and for no others but spans too long for a name. */
export const spanKey = ({ start, end }: Span): number => start * LONGEST + Math.min(end - start, LONGEST - 1);

/**
 * One entry for each span and type, with the scores of its sources combined; sorted by start, the longer first.
 *
 * @param least entries with a lower score are left out
 */
export function combine(candidates: readonly Candidate[], least = 0): Combined[] {
  const byType = new Map<MentionType, Map<number, Candidate[]>>();
  for (const candidate of candidates) {
    const length = candidate.end - candidate.start;
    if (length <= 0 || length >= LONGEST) continue;
    let groups = byType.get(candidate.type);
    if (groups === undefined) {
      groups = new Map();
      byType.set(candidate.type, groups);
    }
    const span = spanKey(candidate);
    const group = groups.get(span);
    if (group === undefined) groups.set(span, [candidate]);
    else group.push(candidate);
  }
  const combined: Combined[] = [];
  for (const groups of byType.values()) {
    for (const group of groups.values()) {
      if (group.length === 1 && (group[0]?.score ?? 0) < least) continue;
      const one = combineGroup(group);
      if (one.score >= least) combined.push(one);
    }
  }
  return combined.sort(byPlace);
}

const FORMS = suffixTrie(
  [...ORGANISATION_FORMS.keys()].filter((form) => !TRADE_FORMS.has(form)).map((form) => [form, true] as const),
);

/** Whether a name ends like an organisation: 甲集团 heads 甲集团乙公司, but 甲润 in 甲润医药 is a piece of a word. */
function endsInForm(text: string, { start, end }: Combined): boolean {
  let ends = false;
  endingsAt(FORMS, text, end, start, () => {
    ends = true;
  });
  return ends;
}

/** What all candidates for one span and type say together. */
function combineGroup(group: readonly Candidate[]): Combined {
  const [first] = group;
  const { start = 0, end = 0, type = 'place', score = 0, source = '' } = first ?? {};
  if (group.length === 1) return { start, end, type, score: Math.min(HIGHEST, score), sources: [source] };
  const sources: string[] = [];
  const best: number[] = [];
  for (const candidate of group) {
    const at = sources.indexOf(candidate.source);
    if (at >= 0) best[at] = Math.max(best[at] ?? 0, candidate.score);
    else {
      sources.push(candidate.source);
      best.push(candidate.score);
    }
  }
  let miss = 1;
  for (const value of best) miss *= 1 - value;
  if (sources.length > 1) sources.sort();
  return { start, end, type, score: Math.min(HIGHEST, 1 - miss), sources };
}

/** Gain of a mention: how far it is above chance, for every character; so a whole beats its parts. */
const gain = ({ start, end, score }: Combined) => (score - THRESHOLD + 0.02) * (end - start) - 0.01;

/** Weighted interval scheduling; ties go to the earlier and longer. */
function schedule(candidates: readonly Combined[]): Combined[] {
  const sorted = [...candidates].sort((one, other) => one.end - other.end || byPlace(one, other));
  const ends = sorted.map(({ end }) => end);
  const best = new Float64Array(sorted.length + 1);
  const previous = new Int32Array(sorted.length);
  for (let index = 0; index < sorted.length; index++) {
    const candidate = sorted[index];
    if (candidate === undefined) break;
    const before = countUpTo(ends, candidate.start, index);
    previous[index] = before;
    const taken = (best[before] ?? 0) + gain(candidate);
    best[index + 1] = Math.max(best[index] ?? 0, taken);
  }
  const chosen: Combined[] = [];
  for (let index = sorted.length - 1; index >= 0; ) {
    const candidate = sorted[index];
    const before = previous[index] ?? 0;
    if (candidate !== undefined && (best[index + 1] ?? 0) > (best[index] ?? 0)) {
      chosen.push(candidate);
      index = before - 1;
    } else index--;
  }
  return chosen.reverse();
}

/** How many of the first `limit` sorted ends are at most `value`. */
function countUpTo(ends: readonly number[], value: number, limit: number): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const LEGAL_FORM = /^(?:股份)?(?:有限|有限责任)?公司$/u;

/** Names within chosen names: one level, and no other reading of the whole. */
function childrenOf(
  text: string,
  chosen: readonly Combined[],
  combined: readonly Combined[],
): { child: Combined; parent: Combined }[] {
  const result: { child: Combined; parent: Combined }[] = [];
  let at = 0;
  for (const parent of chosen) {
    if (!PARENT_TYPES.has(parent.type)) continue;
    while (at < combined.length && (combined[at]?.start ?? 0) < parent.start) at++;
    const inside: Combined[] = [];
    for (let index = at; index < combined.length; index++) {
      const candidate = combined[index];
      if (candidate === undefined || candidate.start >= parent.end) break;
      if (candidate.end > parent.end || !CHILD_TYPES.has(candidate.type)) continue;
      if (candidate.end - candidate.start === parent.end - parent.start) continue;
      // An organisation within another is its parent house only where it leads; a rest at the end is no name.
      const leads = candidate.start === parent.start;
      const described = parent.type === 'event' || parent.type === 'project';
      if (!described && !leads) continue;
      if (!described && candidate.type === 'person') continue;
      if (!described && candidate.type !== 'place' && !endsInForm(text, candidate)) continue;
      // 甲集团 of 甲集团有限公司 is the same house without its legal form.
      if (!described && LEGAL_FORM.test(text.slice(candidate.end, parent.end))) continue;
      // The nation in a name (中国某某协会) says nothing of where it is.
      if (NATIONS.has(text.slice(candidate.start, candidate.end))) continue;
      inside.push(candidate);
    }
    for (const child of schedule(inside)) result.push({ child, parent });
  }
  return result;
}

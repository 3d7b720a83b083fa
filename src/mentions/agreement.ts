/**
 * What rules and model say by their silence. The model has read enough news to find five in six names by itself, so
 * where it sees none a rule must be sure of its own; a name that no rule knows is nearly as good as the model calls
 * it. By Bayes' rule the silence of the other divides the odds of a reading.
 */
import { spanKey } from './decide.ts';
import type { Candidate, MentionType } from './mention.ts';
import { MODEL_SOURCE } from './model-edges.ts';

/**
 * How many times likelier the model is to be silent where a rule's reading is right than where it is wrong. Counted on
 * the labelled articles that are kept from training (`scripts/recogniser/annotations.ts`), and taken to be two to
 * five times that, since other texts are less like what the model learned from. Endings, deals and lists of titles find what it has
 * never seen; words that only may be names (a trade, a title, a known place) are nearly always none without it.
 */
const MODEL_SILENT: ReadonlyMap<string, number> = new Map(
  Object.entries({
    'structure:person': 0.4,
    'structure:transliteration': 0.5,
    'structure:known': 0.2,
    'structure:company-form': 0.3,
    'structure:trade': 0.15,
    'structure:agency-form': 0.25,
    'structure:organization-form': 0.3,
    'structure:place': 0.15,
    'structure:landmark': 0.5,
    'structure:title': 0.3,
    'structure:project': 0.6,
    'structure:event': 0.5,
  }),
);

/** The same for the rules, which know nearly all places that there are. */
const RULES_SILENT: Partial<Record<MentionType, number>> = { place: 0.6 };

/** Rules propose much that they hardly believe; below this they say nothing. */
const SPEAKS = 0.3;

const divided = (score: number, ratio: number) => (score * ratio) / (score * ratio + 1 - score);

/**
 * The candidates, those that only rules or only the model propose with lower scores. Other sources (lists,
 * vocabulary, values) are left alone. A title of the model's that holds an organisation or place and a title by the rules
 * (市委 · 书记) is left out: the two say more.
 */
export function weighAgreement(candidates: readonly Candidate[]): Candidate[] {
  const byRules = createReadings();
  const byModel = createReadings();
  for (const candidate of candidates) {
    if (candidate.source === MODEL_SOURCE) byModel.add(candidate);
    else if (candidate.score >= SPEAKS) byRules.add(candidate);
  }
  const { holders, held } = findHolders(candidates);
  const isWithinName = findNamesAround(candidates);
  const ratioOf = (candidate: Candidate): number | undefined => {
    const { type, source } = candidate;
    if (source === MODEL_SOURCE) return byRules.has(candidate) ? undefined : RULES_SILENT[type];
    const isSilent = !byModel.has(candidate) && !held.has(candidate) && !isWithinName(candidate);
    return isSilent ? MODEL_SILENT.get(source) : undefined;
  };
  const weighed: Candidate[] = [];
  for (const candidate of candidates) {
    if (holders.has(candidate)) continue;
    const ratio = ratioOf(candidate);
    weighed.push(ratio === undefined ? candidate : { ...candidate, score: divided(candidate.score, ratio) });
  }
  return weighed;
}

/** A set of spans with their types. */
function createReadings(): { add(candidate: Candidate): void; has(candidate: Candidate): boolean } {
  const spans = new Map<MentionType, Set<number>>();
  return {
    add: (candidate) => {
      const same = spans.get(candidate.type);
      if (same === undefined) spans.set(candidate.type, new Set([spanKey(candidate)]));
      else same.add(spanKey(candidate));
    },
    has: (candidate) => spans.get(candidate.type)?.has(spanKey(candidate)) === true,
  };
}

/** How sure the model must be of a name so that its silence on what lies within it means nothing. */
const AROUND = 0.5;

/** Tells candidates that lie within a longer name that the model sees: of those it never speaks. */
function findNamesAround(candidates: readonly Candidate[]): (candidate: Candidate) => boolean {
  // By offset, where the name ends that stands there; the likeliest names of the model hardly overlap.
  const ends = new Map<number, number>();
  const starts = new Map<number, number>();
  for (const { start, end, score, source } of candidates) {
    if (source !== MODEL_SOURCE || score < AROUND) continue;
    for (let at = start; at < end; at++) {
      ends.set(at, Math.max(end, ends.get(at) ?? 0));
      starts.set(at, Math.min(start, starts.get(at) ?? start));
    }
  }
  return ({ start, end }) => {
    const nameEnd = ends.get(start) ?? 0;
    const nameStart = starts.get(start) ?? start;
    return nameEnd >= end && nameEnd - nameStart > end - start;
  };
}

const OWNERS = new Set<MentionType>(['company', 'agency', 'organization', 'place']);

/**
 * Titles of the model's in which rules see an organisation or place that a title of theirs follows to the same end, and
 * the organisations and places that these titles hold.
 */
function findHolders(candidates: readonly Candidate[]) {
  const owners = new Map<number, Candidate[]>();
  const titleStarts = new Map<number, number>();
  for (const candidate of candidates) {
    const { start, end, type, score, source } = candidate;
    if (source === MODEL_SOURCE || score < HOLDS) continue;
    if (OWNERS.has(type)) owners.set(end, [...(owners.get(end) ?? []), candidate]);
    else if (type === 'position') titleStarts.set(end, start);
  }
  const holders = new Set<Candidate>();
  const held = new Set<Candidate>();
  for (const candidate of candidates) {
    const { start, end, type, source } = candidate;
    const title = titleStarts.get(end) ?? 0;
    if (source !== MODEL_SOURCE || type !== 'position' || title <= start) continue;
    const before = (owners.get(title) ?? []).filter((owner) => owner.start <= start);
    if (before.length > 0) holders.add(candidate);
    for (const owner of before) held.add(owner);
  }
  return { holders, held };
}

/** How sure the rules must be of both. */
const HOLDS = 0.5;

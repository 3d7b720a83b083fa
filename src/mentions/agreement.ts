/**
 * What rules and model say by their silence. The two are blind to different things, so a name that only one of them
 * sees is doubtful: the model finds about three in four names, rules hardly any without a title, an ending or a list
 * beside them. By Bayes' rule the silence of the other divides the odds of a reading.
 */
import { spanKey } from './decide.ts';
import type { Candidate, MentionType } from './mention.ts';
import { MODEL_SOURCE } from './model-names.ts';

/**
 * How many times likelier the model is to be silent where a reading is right than where it is wrong: on labelled
 * sentences it finds three in four people, fewer where the sentence is short. Of the rules for companies this holds
 * for the name of a trade (金山软件); endings, deals and titles know what the model has not seen.
 */
const MODEL_SILENT: ReadonlyMap<string, number> = new Map([
  ['structure:person', 0.6],
  ['structure:trade', 0.8],
]);

/**
 * The same for the rules, which know titles, endings and deals: a name that has none of them beside it is doubtful where
 * the text is unlike what the model learned from. Set by reading what it alone found in news.
 */
const RULES_SILENT: Partial<Record<MentionType, number>> = { person: 0.4, company: 0.45, organization: 0.6 };

/** Rules propose much that they hardly believe; below this they say nothing. */
const SPEAKS = 0.3;

const divided = (score: number, ratio: number) => (score * ratio) / (score * ratio + 1 - score);

/** How much likelier silence is where the model proposes another end for the name: 徐景 where it reads 徐景颜. */
const OTHER_END = 0.35;

/**
 * The candidates, those that only rules or only the model propose with lower scores. Other sources (lists,
 * vocabulary, values) are left alone. A title of the model's that holds an organisation or place and a title by the rules
 * (市委 · 书记) is left out: the two say more.
 */
export function weighAgreement(candidates: readonly Candidate[]): Candidate[] {
  const byRules = createReadings();
  const byModel = createReadings();
  const peopleOfModel = new Set<number>();
  for (const candidate of candidates) {
    if (candidate.source === MODEL_SOURCE) {
      byModel.add(candidate);
      if (candidate.type === 'person') peopleOfModel.add(candidate.start);
    } else if (candidate.score >= SPEAKS) byRules.add(candidate);
  }
  const ratioOf = (candidate: Candidate): number | undefined => {
    const { type, source, start } = candidate;
    if (source === MODEL_SOURCE) return byRules.has(candidate) ? undefined : RULES_SILENT[type];
    if (byModel.has(candidate)) return undefined;
    const ratio = MODEL_SILENT.get(source);
    return ratio !== undefined && type === 'person' && peopleOfModel.has(start) ? OTHER_END : ratio;
  };
  const holdsOrganisation = findHolders(candidates);
  const weighed: Candidate[] = [];
  for (const candidate of candidates) {
    if (holdsOrganisation(candidate)) continue;
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

const OWNERS = new Set<MentionType>(['company', 'agency', 'organization', 'place']);

/** Tells titles of the model's in which rules see an organisation or place that a title of theirs follows to the same end. */
function findHolders(candidates: readonly Candidate[]): (candidate: Candidate) => boolean {
  const organisationStarts = new Map<number, number>();
  const titleStarts = new Map<number, number>();
  for (const { start, end, type, score, source } of candidates) {
    if (source === MODEL_SOURCE || score < HOLDS) continue;
    if (OWNERS.has(type)) {
      organisationStarts.set(end, Math.min(start, organisationStarts.get(end) ?? start));
    } else if (type === 'position') titleStarts.set(end, start);
  }
  return ({ start, end, type, source }) => {
    if (source !== MODEL_SOURCE || type !== 'position') return false;
    const title = titleStarts.get(end);
    return title !== undefined && title > start && (organisationStarts.get(title) ?? Number.POSITIVE_INFINITY) <= start;
  };
}

/** How sure the rules must be of both. */
const HOLDS = 0.5;

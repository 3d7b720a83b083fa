/**
 * What rules and model say by their silence. The two are blind to different things, so a name that only one of them
 * sees is doubtful: the model finds about three in four names, rules hardly any without a title, an ending or a list
 * beside them. By Bayes' rule the silence of the other divides the odds of a reading.
 */
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

/** The same for the rules, whose silence says less. */
const RULES_SILENT: Partial<Record<MentionType, number>> = { person: 0.4, company: 0.45, organization: 0.6 };

/** Rules propose much that they hardly believe; below this they say nothing. */
const SPEAKS = 0.3;

const divided = (score: number, ratio: number) => (score * ratio) / (score * ratio + 1 - score);

/**
 * The candidates, those that only rules or only the model propose with lower scores. Other sources (lists,
 * vocabulary, values) are left alone.
 */
export function weighAgreement(candidates: readonly Candidate[]): Candidate[] {
  const keyOf = ({ start, end, type }: Candidate) => `${start} ${end} ${type}`;
  const byRules = new Set<string>();
  const byModel = new Set<string>();
  for (const candidate of candidates) {
    if (candidate.source === MODEL_SOURCE) byModel.add(keyOf(candidate));
    else if (candidate.score >= SPEAKS) byRules.add(keyOf(candidate));
  }
  return candidates.map((candidate) => {
    const { type, source, score } = candidate;
    const ratio =
      source === MODEL_SOURCE
        ? byRules.has(keyOf(candidate))
          ? undefined
          : RULES_SILENT[type]
        : !byModel.has(keyOf(candidate))
          ? MODEL_SILENT.get(source)
          : undefined;
    return ratio === undefined ? candidate : { ...candidate, score: divided(score, ratio) };
  });
}

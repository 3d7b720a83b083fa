/**
 * What the model says of a name, settled over the whole document: the model judges each sentence by itself, but a
 * name is one thing wherever it stands.
 */
import { isGeneral } from './lexicon/general.ts';
import { ORGANISATION_FORMS } from './lexicon/organisations.ts';
import { COMMON_SURNAMES, DOUBLE_SURNAMES } from './lexicon/surnames.ts';
import type { Candidate, MentionType } from './mention.ts';
import { occurrencesOf } from './occurrences.ts';
import { endingsAt, suffixTrie } from './suffixes.ts';

/** The source of the model's candidates. */
export const MODEL_SOURCE = 'model';

/** Types whose names the document settles. */
const NAMES = new Set<MentionType>(['person', 'company', 'agency', 'organization']);
const ORGANISATIONS = new Set<MentionType>(['company', 'agency', 'organization']);

/** A candidate at least this sure covers the shorter names within it. */
const COVERS = 0.5;

/**
 * The candidates, with those of the model weighed by how many of the places where the name stands they speak for: a
 * word that is taken for a company in one sentence of ten is none. Common nouns are dropped.
 *
 * @param text normalised text of the document
 */
export function settleModelNames(text: string, candidates: readonly Candidate[]): Candidate[] {
  const modelled = candidates.map((candidate) => withoutVerb(text, candidate));
  const support = new Map<string, number>();
  const names = new Set<string>();
  for (const { start, end, type, score, source } of modelled) {
    if (source !== MODEL_SOURCE || !NAMES.has(type)) continue;
    const name = text.slice(start, end);
    names.add(name);
    support.set(`${type} ${name}`, (support.get(`${type} ${name}`) ?? 0) + score);
  }
  if (names.size === 0) return [...candidates];
  const places = countPlaces(text, names, modelled);
  const settled: Candidate[] = [];
  for (const candidate of modelled) {
    const { start, end, type, score, source } = candidate;
    if (source !== MODEL_SOURCE || !NAMES.has(type)) {
      settled.push(candidate);
      continue;
    }
    const name = text.slice(start, end);
    if (ORGANISATIONS.has(type) && (isCommonNoun(name) || isCounted(text, start))) continue;
    const share = Math.min(1, (support.get(`${type} ${name}`) ?? 0) / Math.max(1, places.get(name) ?? 1));
    const shared = (score + share) / 2;
    settled.push({ ...candidate, score: shared * trustIn(name, type, shared) });
  }
  return settled;
}

/** 率, 已 and their like after a name of two characters, which the model takes into it. */
const VERB_AT_END = /^[一-龥]{2}[率已将就称是还向互兼]$/u;

function withoutVerb(text: string, candidate: Candidate): Candidate {
  const { start, end, type, source } = candidate;
  if (source !== MODEL_SOURCE || type !== 'person') return candidate;
  const name = text.slice(start, end);
  return VERB_AT_END.test(name) && beginsWithSurname(name) ? { ...candidate, end: end - 1 } : candidate;
}

/**
 * How far the model is trusted where nothing else speaks for a name. It was calibrated on sentences like those that
 * it learned from; elsewhere it is as right about names that look like their type and less about others. Among what
 * looks strange, transliterated names without a dot are brands as often as people (奥克斯), and Latin abbreviations
 * are goods as often as companies (LED).
 */
function trustIn(name: string, type: MentionType, score: number): number {
  if (type === 'person') return PERSON.test(name) || beginsWithSurname(name) ? 1 : STRANGE;
  if (LATIN.test(name)) return STRANGE;
  return 0.8 + 0.2 * score;
}

const STRANGE = 0.75;
const PERSON = /^[A-Z].*[a-z]|·/;
const LATIN = /^[A-Za-z0-9]+$/;

const beginsWithSurname = (name: string) =>
  name.length <= 4 && (COMMON_SURNAMES.has(name.charAt(0)) || DOUBLE_SURNAMES.has(name.slice(0, 2)));

/** Whether a number of things begins here: 15家房地产公司. */
const isCounted = (text: string, start: number) =>
  /^[家个所]/.test(text.charAt(start)) && /[\d一二两三四五六七八九十百千数多几]/.test(text.charAt(start - 1));

/** How often each name stands in the text by itself, not within a longer candidate. */
function countPlaces(
  text: string,
  names: ReadonlySet<string>,
  candidates: readonly Candidate[],
): ReadonlyMap<string, number> {
  const covered = new Uint16Array(text.length);
  for (const { start, end, score } of candidates) {
    if (score < COVERS) continue;
    for (let at = start; at < end; at++) covered[at] = Math.max(covered[at] ?? 0, end - start);
  }
  const counts = new Map<string, number>();
  for (const { start, end } of occurrencesOf(text, [...names])) {
    const length = end - start;
    if ((covered[start] ?? 0) > length && (covered[end - 1] ?? 0) > length) continue;
    const name = text.slice(start, end);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

const FORMS = suffixTrie([...ORGANISATION_FORMS.keys()].map((form) => [form, true] as const));

/** Who there are several of: 县两级政府, 各大银行. */
const SEVERAL = /^(?:各|[省市县区乡镇]?[两三四]级|[两几数多]家)/;

/** Endings of what is spoken of in general: 工商部门. */
const COMMON_ENDING =
  /(?:^政府|^新政府|部委|部门|机构|机关|单位|军队|三军|陆军|海军|空军|企业|产业|行业)$|级政府$|^(?:中央|国家|地方|公共)财政$|成员(?:公司|企业|单位)$/;

/** Whether a name of an organisation is a common noun: an ending after general words alone, or general words alone. */
function isCommonNoun(name: string): boolean {
  if (isGeneral(name) || DOUBLE_SURNAMES.has(name) || SEVERAL.test(name) || COMMON_ENDING.test(name)) return true;
  let common = false;
  endingsAt(FORMS, name, name.length, 0, (start) => {
    common ||= start === 0 ? ORGANISATION_FORMS.get(name)?.strength === 'weak' : isGeneral(name.slice(0, start));
  });
  return common;
}

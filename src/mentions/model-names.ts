/**
 * What the model says of a name, settled over the whole document: the model judges each sentence by itself, but a
 * name is one thing wherever it stands.
 */
import { isGeneral } from './lexicon/general.ts';
import { ORGANISATION_FORMS } from './lexicon/organisations.ts';
import { DOUBLE_SURNAMES } from './lexicon/surnames.ts';
import type { Candidate, MentionType } from './mention.ts';
import { MODEL_SOURCE, withinEdges } from './model-edges.ts';
import { occurrencesOf } from './occurrences.ts';
import { endingsAt, suffixTrie } from './suffixes.ts';

/** Types whose names the document settles. */
const NAMES = new Set<MentionType>(['person', 'company', 'agency', 'organization']);
const ORGANISATIONS = new Set<MentionType>(['company', 'agency', 'organization']);

/** What the model is so sure of is a name even if it is made of general words (中国农业大学): it has seen it, or its like. */
const SURE = 0.7;

/** A candidate at least this sure covers the shorter names within it. */
const COVERS = 0.5;

/**
 * The candidates, with those of the model weighed by how many of the places where the name stands they speak for: a
 * word that is taken for a company in one sentence of ten is none. Common nouns are dropped.
 *
 * @param text normalised text of the document
 */
export function settleModelNames(text: string, candidates: readonly Candidate[]): Candidate[] {
  const modelled = candidates.flatMap((candidate) => withinEdges(text, candidate) ?? []);
  const support = new Map<string, number>();
  const names = new Set<string>();
  for (const { start, end, type, score, source } of modelled) {
    if (source !== MODEL_SOURCE || !NAMES.has(type)) continue;
    const name = text.slice(start, end);
    names.add(name);
    support.set(`${type} ${name}`, (support.get(`${type} ${name}`) ?? 0) + score);
  }
  if (names.size === 0) return modelled;
  const places = countPlaces(text, names, modelled);
  const settled: Candidate[] = [];
  for (const candidate of modelled) {
    const { start, end, type, score, source } = candidate;
    if (source !== MODEL_SOURCE || !NAMES.has(type)) {
      settled.push(candidate);
      continue;
    }
    const name = text.slice(start, end);
    if (ORGANISATIONS.has(type)) {
      // 15家房地产公司 with and without the counting word.
      if (isCounted(text, start + 1) || isNoName(name, type) || isTrade(name, text.slice(end, end + 4))) continue;
      if ((score < SURE || isCounted(text, start)) && isGeneralName(name)) continue;
    }
    const share = Math.min(1, (support.get(`${type} ${name}`) ?? 0) / Math.max(1, places.get(name) ?? 1));
    settled.push({ ...candidate, score: (score + share) / 2 });
  }
  return settled;
}

const COUNT = /[\d一二两三四五六七八九十百千万数多几余][家个所]$/;

/** Whether a counting word ends before an offset: 15家. */
const isCounted = (text: string, end: number) => COUNT.test(text.slice(Math.max(0, end - 2), end));

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
  /(?:^政府|^新政府|部委|部门|机关|单位|企业|产业|行业)$|级政府$|^(?:中央|国家|地方|公共)财政$|成员(?:公司|企业|单位)$/;

/** The same for what may be called so: 甲国军队, 粮农机构. */
const GENERAL_ENDING = /(?:机构|军队|三军|陆军|海军|空军)$/;

/** Whether a name of an organisation is none, however sure the model is: 两级政府, 欧阳, 风投公司. */
const isNoName = (name: string, type: MentionType): boolean =>
  DOUBLE_SURNAMES.has(name) ||
  SEVERAL.test(name) ||
  COMMON_ENDING.test(name) ||
  (type === 'company' && name.endsWith('公司') && isGeneral(name.slice(0, -2)));

/** Whether a name is the trade of a country where its leaders are spoken of: 甲国铝业 · 的龙头. */
const isTrade = (name: string, next: string): boolean =>
  name.endsWith('业') && /^的?(?:龙头|领军|领头|排头)/.test(next);

/** Whether a name consists of general words, alone or with a form of organisation: 行业协会. */
function isGeneralName(name: string): boolean {
  if (isGeneral(name) || GENERAL_ENDING.test(name)) return true;
  let general = false;
  endingsAt(FORMS, name, name.length, 0, (start) => {
    general ||= start === 0 ? ORGANISATION_FORMS.get(name)?.strength === 'weak' : isGeneral(name.slice(0, start));
  });
  return general;
}

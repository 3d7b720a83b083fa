/** How ties are told in sentences. */
import type { AnyRelationTypeDefinition } from '../../../ontology/ontology.ts';
import type { Language } from '../view.ts';

/** A sentence with both ends in it, and the post where the tie is one. */
type Phrase = (source: string, target: string, title: string) => string;

const PHRASES: Readonly<Record<string, Readonly<Record<Language, Phrase>>>> = {
  met: { zh: (a, b) => `${a}会见${b}`, en: (a, b) => `${a} met ${b}` },
  visited: { zh: (a, b) => `${a}走访${b}`, en: (a, b) => `${a} visited ${b}` },
  attended: { zh: (a, b) => `${a}出席${b}`, en: (a, b) => `${a} attended ${b}` },
  holds_post: {
    zh: (a, b, title) => `${a}任${b}${title}`,
    en: (a, b, title) => (title === '' ? `${a} holds a post at ${b}` : `${a} is ${title} at ${b}`),
  },
  invested_in: { zh: (a, b) => `${a}投资${b}`, en: (a, b) => `${a} invested in ${b}` },
  holds_stake: { zh: (a, b) => `${a}持有${b}股份`, en: (a, b) => `${a} holds a stake in ${b}` },
  acquired: { zh: (a, b) => `${a}收购${b}`, en: (a, b) => `${a} acquired ${b}` },
  subsidiary_of: { zh: (a, b) => `${a}隶属于${b}`, en: (a, b) => `${a} is a subsidiary of ${b}` },
  signed_with: { zh: (a, b) => `${a}与${b}签约`, en: (a, b) => `${a} signed with ${b}` },
  cooperates_with: { zh: (a, b) => `${a}与${b}合作`, en: (a, b) => `${a} cooperates with ${b}` },
  participates_in: { zh: (a, b) => `${a}参与${b}`, en: (a, b) => `${a} takes part in ${b}` },
  located_in: { zh: (a, b) => `${a}位于${b}`, en: (a, b) => `${a} is in ${b}` },
  co_occurs: {
    zh: (a, b) => `${a}与${b}出现在同一句中（未陈述关系）`,
    en: (a, b) => `${a} and ${b} share a sentence that states no tie`,
  },
};

const FORMER: Readonly<Record<Language, Phrase>> = {
  zh: (a, b, title) => `${a}曾任${b}${title}`,
  en: (a, b, title) => (title === '' ? `${a} held a post at ${b}` : `${a} was ${title} at ${b}`),
};

/** A tie as a sentence without its full stop. Types that a configuration adds are told by their label. */
export function tellTie(
  type: AnyRelationTypeDefinition,
  language: Language,
  tie: { readonly source: string; readonly target: string; readonly title: string; readonly former: boolean },
): string {
  const phrase = type.id === 'holds_post' && tie.former ? FORMER[language] : PHRASES[type.id]?.[language];
  if (phrase !== undefined) return phrase(tie.source, tie.target, tie.title);
  return language === 'zh' ? `${tie.source}${type.zh}${tie.target}` : `${tie.source} — ${type.en} — ${tie.target}`;
}

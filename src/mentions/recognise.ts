/** Third stage: the names, titles and values of a document. */
import type { Resources } from '../resources.ts';
import { normalise } from '../tokens/normalise.ts';
import type { TokenisedDocument } from '../tokens/token.ts';
import { weighAgreement } from './agreement.ts';
import { doubtCommonNouns } from './common-nouns.ts';
import { decideMentions } from './decide.ts';
import { findListed } from './lists.ts';
import type { Candidate, Mention } from './mention.ts';
import { MODEL_SOURCE } from './model-edges.ts';
import { settleModelNames } from './model-names.ts';
import { settleNameLengths } from './name-length.ts';
import { findRepetitions } from './repetition.ts';
import type { Value } from './value.ts';
import { findVocabulary } from './vocabulary.ts';
import { outsideWorks } from './works.ts';

/** A value is certain, so that no name reaches into it. */
const VALUE_SCORE = 0.98;

/**
 * Runs the recognisers and the vocabulary, lets what is found once help to find it again, and decides.
 *
 * @param values dates, amounts and shares, as `findValues` gives them; each becomes a mention
 * @returns mentions sorted by start; those within another come after it and name it as `parent`
 */
export function recogniseMentions(
  document: TokenisedDocument,
  values: readonly Value[],
  resources: Resources,
): Mention[] {
  return decideMentions(document.text, findCandidates(document, values, resources));
}

/**
 * All that the last decision weighs: what recognisers, values and vocabulary propose, the items of lists, and what
 * names that the document establishes make likely elsewhere.
 */
export function findCandidates(
  document: TokenisedDocument,
  values: readonly Value[],
  resources: Resources,
): Candidate[] {
  const story = inStory(document);
  const candidates: Candidate[] = [];
  const propose = (proposed: readonly Candidate[]) => {
    for (const candidate of proposed) if (story(candidate.start)) candidates.push(candidate);
  };
  for (const recogniser of resources.recognisers) {
    propose(recogniser.recognise(document).filter((candidate) => !partsLatin(document.text, candidate)));
  }
  propose(values.map(({ start, end, kind }) => ({ start, end, type: kind, score: VALUE_SCORE, source: 'values' })));
  propose(findVocabulary(document, resources.vocabulary));
  const headline = normalise(document.document.title ?? '');
  const weighed = settleModelNames(document.text, outsideWorks(document.text, candidates));
  const lengths = settleNameLengths(document.text, weighed, headline);
  const modelled = resources.recognisers.some(({ name }) => name === MODEL_SOURCE);
  const settled = doubtCommonNouns(document, modelled ? weighAgreement(lengths) : lengths);
  const first = decideMentions(document.text, settled);
  const listed = findListed(document, first, settled);
  const second = listed.length === 0 ? first : decideMentions(document.text, [...settled, ...listed]);
  const repeated = outsideWorks(document.text, findRepetitions(document, second)).filter(({ start }) => story(start));
  const ignored = new Set(resources.vocabulary.ignore);
  return [...settled, ...listed, ...repeated].filter(
    ({ start, end, type }) => type === 'date' || type === 'amount' || !ignored.has(document.text.slice(start, end)),
  );
}

const LATIN = /[A-Za-z0-9]/;

/** Whether a span begins or ends within a word of Latin letters and digits: S店 of 4S店. */
function partsLatin(text: string, { start, end, type }: Candidate): boolean {
  const parts = (at: number) => LATIN.test(text.charAt(at - 1)) && LATIN.test(text.charAt(at));
  return type !== 'date' && type !== 'amount' && type !== 'share' && (parts(start) || parts(end));
}

/** Who reports, or the name of a column, at the head of a paragraph: 云州网消息（晚间新闻）：, 【云州五金网】. */
const DATELINE = /^(?:【[^【】]{1,14}】|[一-龥A-Za-z]{2,12}(?:消息|讯)（[^（）]{1,30}）[：:])/u;

/** Tells whether an offset lies in the title or body, and not in the line that says who reports. */
function inStory(document: TokenisedDocument): (offset: number) => boolean {
  const told = new Uint8Array(document.text.length);
  for (const { start, end, kind } of document.sentences) {
    if (kind === 'title' || kind === 'body') told.fill(1, start, end);
    if (kind === 'body') told.fill(0, start, start + (DATELINE.exec(document.text.slice(start, end))?.[0].length ?? 0));
  }
  return (offset) => told[offset] === 1;
}

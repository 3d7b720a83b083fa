/** Why a document was read as it was: every reading that was weighed, by whom it was proposed, and what became of it. */
import type { Document, Span } from './documents/document.ts';
import { linkEntities } from './entities/link.ts';
import { combine, decideMentions, THRESHOLD } from './mentions/decide.ts';
import type { Candidate, Mention, MentionType } from './mentions/mention.ts';
import { findCandidates } from './mentions/recognise.ts';
import { findValues } from './mentions/values/find.ts';
import { findRelations } from './relations/relate.ts';
import type { Relation } from './relations/relation.ts';
import type { Resources } from './resources.ts';
import { tokenise } from './tokens/tokenise.ts';

/** What one source says of a reading, as a probability. */
export interface Vote {
  readonly source: string;
  readonly score: number;
}

/** A span and type that was weighed. */
export interface Reading extends Span {
  readonly type: MentionType;
  readonly text: string;
  /** What all votes say together. */
  readonly score: number;
  readonly votes: readonly Vote[];
  /** `chosen` as a mention; `unsure`, below the threshold; `outweighed` by the readings that it overlaps. */
  readonly verdict: 'chosen' | 'unsure' | 'outweighed';
  /** The mentions that outweighed it. */
  readonly by: readonly string[];
}

/** A tie with the names of its ends. */
export interface ExplainedTie extends Omit<Relation, 'evidence'> {
  readonly sourceName: string;
  readonly targetName: string;
}

/** One sentence with what was weighed and what was found in it. */
export interface ExplainedSentence extends Span {
  readonly text: string;
  /** By start, the longer first. */
  readonly readings: readonly Reading[];
  readonly ties: readonly ExplainedTie[];
}

/**
 * Reads a document as `extract` does, and keeps what it weighed. Sentences in which nothing was weighed are left out.
 *
 * @param least readings below this score are left out, chosen ones never
 */
export function explain(document: Document, resources: Resources, least = 0.2): ExplainedSentence[] {
  const tokenised = tokenise(document, resources.segmenter);
  const values = findValues(tokenised);
  const candidates = findCandidates(tokenised, values, resources);
  const mentions = decideMentions(tokenised.text, candidates);
  const linked = linkEntities(tokenised, mentions, resources);
  const relations = findRelations(tokenised, values, linked, resources);
  const names = new Map(linked.entities.map(({ id, name }) => [id, name]));
  const readings = weigh(tokenised.text, candidates, mentions).filter(
    ({ score, verdict }) => verdict === 'chosen' || score >= least,
  );
  return tokenised.sentences.flatMap(({ start, end }) => {
    const inside = (span: Span) => span.start >= start && span.start < end;
    const own = readings.filter(inside);
    const ties = relations
      .filter(({ evidence }) => evidence.some(inside))
      .map(
        ({ evidence: _, ...relation }): ExplainedTie => ({
          ...relation,
          sourceName: names.get(relation.source) ?? relation.source,
          targetName: names.get(relation.target) ?? relation.target,
        }),
      );
    if (own.length === 0 && ties.length === 0) return [];
    return [{ start, end, text: document.text.slice(start, end), readings: own, ties }];
  });
}

function weigh(text: string, candidates: readonly Candidate[], mentions: readonly Mention[]): Reading[] {
  const votes = new Map<string, Map<string, number>>();
  const keyOf = ({ start, end, type }: Span & { readonly type: MentionType }) => `${start} ${end} ${type}`;
  for (const candidate of candidates) {
    const own = votes.get(keyOf(candidate)) ?? new Map<string, number>();
    votes.set(keyOf(candidate), own.set(candidate.source, Math.max(own.get(candidate.source) ?? 0, candidate.score)));
  }
  const chosen = new Set(mentions.map(keyOf));
  return combine(candidates).map(({ start, end, type, score }) => {
    const verdict = chosen.has(keyOf({ start, end, type })) ? 'chosen' : score < THRESHOLD ? 'unsure' : 'outweighed';
    return {
      start,
      end,
      type,
      score,
      text: text.slice(start, end),
      votes: [...(votes.get(keyOf({ start, end, type })) ?? [])]
        .map(([source, value]) => ({ source, score: value }))
        .sort((a, b) => b.score - a.score),
      verdict,
      by:
        verdict === 'outweighed'
          ? mentions.filter((mention) => mention.start < end && mention.end > start).map((mention) => mention.text)
          : [],
    };
  });
}

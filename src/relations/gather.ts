/** One relation for what several sentences of a document say. */
import type { Span } from '../documents/document.ts';
import type { Relation } from './relation.ts';
import type { Statement } from './statement.ts';

/** A statement with its sentences. */
export interface Located {
  readonly statement: Statement;
  readonly sentences: readonly Span[];
}

/** Combined confidence never says that a text cannot have been misread. */
const HIGHEST = 0.97;

/**
 * Joins statements of one type between the same ends. The first value of each attribute counts, for news tells the
 * most exact first; posts with different titles stay one relation with the first title.
 */
export function gatherRelations(statements: readonly Located[]): Relation[] {
  const gathered = new Map<string, Relation>();
  for (const { statement, sentences } of statements) {
    const { at: _, ...rest } = statement;
    const key = `${rest.type} ${rest.source} ${rest.target}`;
    const reverse = `${rest.type} ${rest.target} ${rest.source}`;
    const known = gathered.get(key) ?? (SYMMETRIC.has(rest.type) ? gathered.get(reverse) : undefined);
    const evidence = sentences.map(({ start, end }) => ({ start, end }));
    if (known === undefined) {
      gathered.set(key, { ...rest, evidence });
      continue;
    }
    const at = gathered.has(key) ? key : reverse;
    const fresh = evidence.filter(({ start }) => !known.evidence.some((span) => span.start === start));
    gathered.set(at, {
      ...rest,
      ...known,
      confidence: Math.min(HIGHEST, 1 - (1 - known.confidence) * (fresh.length > 0 ? 1 - rest.confidence / 2 : 1)),
      evidence: [...known.evidence, ...fresh],
    });
  }
  return [...gathered.values()].sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0));
}

const SYMMETRIC = new Set(['met', 'signed_with', 'cooperates_with', 'co_occurs']);

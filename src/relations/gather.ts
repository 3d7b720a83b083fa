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
 * most exact first; the titles of posts with one organisation are listed (董事长、总经理), and a post is former where
 * none of them is held.
 */
export function gatherRelations(statements: readonly Located[]): Relation[] {
  const gathered = new Map<string, Relation>();
  for (const { statement, sentences } of statements) {
    const { at: _at, presupposed: _presupposed, only: _only, ...rest } = statement;
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
      ...(known.type === 'holds_post' ? joinPosts(known, rest) : { ...rest, ...known }),
      confidence: Math.min(HIGHEST, 1 - (1 - known.confidence) * (fresh.length > 0 ? 1 - rest.confidence / 2 : 1)),
      evidence: [...known.evidence, ...fresh],
    });
  }
  return [...gathered.values()].sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0));
}

/** What two statements of posts of one person with one organisation say together. */
function joinPosts(known: Relation, more: Omit<Statement, 'at' | 'only'>): Relation {
  // What he was says nothing of a post that he holds; what he is replaces it.
  if (known.former !== more.former) {
    const { former: _, ...held } = known;
    return known.former === true && more.title !== undefined ? { ...held, title: more.title } : held;
  }
  const titles = known.title?.split(TITLES) ?? [];
  const { title } = more;
  if (title === undefined || titles.some((one) => one.endsWith(title) || title.endsWith(one))) return known;
  return { ...known, title: [...titles, title].join(TITLES) };
}

/** Between the titles of one post. */
const TITLES = '、';

const SYMMETRIC = new Set(['met', 'signed_with', 'cooperates_with', 'co_occurs']);

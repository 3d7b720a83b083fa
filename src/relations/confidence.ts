/** How sure a tie is. */
import type { Entity } from '../entities/entity.ts';
import { clauseAt, splitClauses } from './clauses.ts';
import type { Statement } from './statement.ts';
import type { SentenceView } from './view.ts';

/** What a rumour or a denial can be worth at most. */
const DOUBTFUL = 0.7;
/** What is left where an end is taken from another clause or sentence. */
const CARRIED = 0.93;
/** How much of its confidence a tie loses with an end that is certainly no name. */
const NAMES_WEIGH = 0.3;

/**
 * The confidence of a statement in 0…1: what its rule is right in, less where one of its ends may be no name or was
 * not named in the verb's own clause. The factors were set by judging samples of unseen news.
 *
 * @param ends the two entities
 */
export function confidenceOf(statement: Statement, view: SentenceView, ends: readonly Entity[]): number {
  const name = Math.min(...ends.map(({ confidence }) => confidence));
  const clauses = splitClauses(view.text);
  const clause = clauses[clauseAt(clauses, statement.at)];
  const here = new Set(
    view.items
      .filter(({ at }) => clause !== undefined && at >= clause.start && at < clause.end)
      .flatMap((item) => item.entities),
  );
  const carried = !here.has(statement.source) || !here.has(statement.target);
  const sure = statement.confidence * (1 - NAMES_WEIGH * (1 - name)) * (carried ? CARRIED : 1);
  const doubtful = statement.status === 'rumoured' || statement.status === 'denied';
  return doubtful ? Math.min(sure, DOUBTFUL) : sure;
}

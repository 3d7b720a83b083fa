/** Which ties of the stored network a path may rest on. */
import type { Snapshot } from '../snapshot.ts';

/** What is asked of each tie of a path. What is left out asks nothing. */
export interface TieConditions {
  /** Ids of relation types that no step may rest on. */
  readonly without?: readonly string[];
  /** Whether ties that only say that two names share a sentence count. Default false. */
  readonly weak?: boolean;
  /** Ids of entity types that no path may touch, its ends included. */
  readonly hidden?: readonly string[];
  /** Independent documents that each tie needs. */
  readonly least?: number;
  /** Confidence that each tie needs, 0…1; one that a reader confirmed needs none. */
  readonly confidence?: number;
  /** First and last month (`2016-04`) that the dates of a tie must reach. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Whether ties without a date count. Default true. */
  readonly undated?: boolean;
}

/** A tie between numbers of nodes. */
export interface StoredTie {
  readonly source: number;
  readonly target: number;
  readonly documents: number;
  readonly confidence: number;
  readonly first_date: string | null;
  readonly last_date: string | null;
}

/** Ties that pass. */
export interface PassingTies {
  /** Nodes at the other end of the ties of a node. */
  neighbours(node: number): readonly number[];
  /** Ties with both ends among `nodes`, at most `most`: the best supported. */
  among(nodes: readonly number[], most: number): readonly StoredTie[];
  /** True once a node had more ties than were followed. */
  capped(): boolean;
}

/** Opens the ties that pass; of one node at most `most` in each direction are followed. */
export function passingTies({ statement }: Snapshot, conditions: TieConditions, most: number): PassingTies {
  const { passes, values } = sqlOf(conditions);
  const select = statement(
    `SELECT * FROM (SELECT target FROM edge WHERE source = @node AND ${passes} LIMIT ${most})
     UNION SELECT * FROM (SELECT source FROM edge WHERE target = @node AND ${passes} LIMIT ${most})`,
  );
  select.setReturnArrays(true);
  let capped = false;
  return {
    neighbours(node) {
      const rows = select.all({ ...values, node }) as unknown as number[][];
      capped ||= rows.length >= most;
      return rows.map(([other]) => other ?? 0);
    },
    among: (nodes, limit) =>
      statement(
        `SELECT source, target, documents, confidence, first_date, last_date FROM edge
         WHERE source IN (SELECT value FROM json_each(@nodes)) AND +target IN (SELECT value FROM json_each(@nodes))
         AND ${passes} ORDER BY documents DESC, number LIMIT ${limit}`,
      ).all({ ...values, nodes: JSON.stringify(nodes) }) as unknown as StoredTie[],
    capped: () => capped,
  };
}

/** The conditions in SQL over `edge`: only those that ask something cost anything. */
function sqlOf({ without = [], weak, hidden = [], least = 1, confidence = 0, since, until, undated }: TieConditions) {
  const [first, last] = ['coalesce(first_date, last_date)', 'coalesce(last_date, first_date)'];
  // What a date leaves open is filled up to both ends of its year, as in the page's filter.
  const [firstMonth, lastMonth] = [`substr(${first} || '-01', 1, 7)`, `substr(${last} || '-12', 1, 7)`];
  const parts = ['documents >= @least', 'type NOT IN (SELECT value FROM json_each(@without))'];
  const values: Record<string, string | number> = { least, without: JSON.stringify(without) };
  const ask = (sql: string, key?: string, value: string | number = '') => {
    parts.push(sql);
    if (key !== undefined) values[key] = value;
  };
  if (weak !== true) ask('weak = 0');
  if (hidden.length > 0) {
    const isHidden = 'type IN (SELECT value FROM json_each(@hidden))';
    ask(
      `NOT EXISTS (SELECT 1 FROM node WHERE number IN (edge.source, edge.target) AND node.${isHidden})`,
      'hidden',
      JSON.stringify(hidden),
    );
  }
  if (confidence > 0) ask('(confidence >= @confidence OR reviewed IS NOT NULL)', 'confidence', confidence);
  if (undated === false) ask(`${first} IS NOT NULL`);
  if (since !== undefined) ask(`(${first} IS NULL OR max(${firstMonth}, ${lastMonth}) >= @since)`, 'since', since);
  if (until !== undefined) ask(`(${first} IS NULL OR ${firstMonth} <= @until)`, 'until', until);
  return { passes: parts.join(' AND '), values };
}

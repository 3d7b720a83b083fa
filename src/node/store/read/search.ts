/**
 * Finds nodes of the stored network by what a person types, in the order of `query/names.ts`: the whole name, an alias,
 * pinyin, initials, a beginning, a part, one slip. Indexes give candidates of each kind, as few as a limit allows;
 * `findNodes` then weighs them as it does in a page.
 */
import type { ServedName, ServedNames } from '../../../outputs/served.ts';
import { createNameIndex, findNodes, type NamedNode } from '../../../query/names.ts';
import { nameKey } from '../../../tokens/normalise.ts';
import { reverse, toCharacterWords } from '../name-keys.ts';
import type { Snapshot } from '../snapshot.ts';

/** Longest text that is looked for; no name is longer. */
const LONGEST = 64;

/** Rows of an index that are looked at for one kind of fit; the most important of them are candidates. */
const MOST_ROWS = 20_000;

/** Candidates of one kind. */
const MOST_CANDIDATES = 200;

/**
 * A slip is looked for in names of so many characters and more. In short ones all characters but one are a rare
 * combination; of longer ones a half is, and takes less to look up.
 */
const SLIPS = { least: 3, halvesFrom: 6 } as const;

interface Candidate extends NamedNode {
  readonly type: string;
  readonly degree: number;
}

/**
 * The nodes that fit best.
 *
 * @param query anything; what is too long finds nothing
 * @param limit how many at most
 */
export function searchNames(snapshot: Snapshot, query: string, limit: number): ServedNames {
  const wanted = nameKey(query);
  if (wanted === '' || wanted.length > LONGEST) return { names: [], capped: false };
  const latin = /^[a-zü'-]+$/.test(wanted) ? wanted.replace(/['-]/g, '').replaceAll('ü', 'v') : '';
  const found = new Set<number>();
  let capped = false;
  const add = (sql: string, ...values: (string | number)[]) => {
    const rows = snapshot.statement(sql).all(...values) as { node: number; looked: number }[];
    for (const { node } of rows) found.add(node);
    capped ||= (rows[0]?.looked ?? 0) >= MOST_ROWS;
  };
  for (const key of new Set([wanted, latin])) {
    if (key === '') continue;
    add(best(EXACT), key);
    if (found.size < limit) add(best(BEGINNING), key, endOf(key));
  }
  const words = toCharacterWords(wanted);
  if (found.size < limit) add(best(WITH_WORDS), `"${words.join(' ')}"`);
  if (found.size < limit) {
    const lengthOf = (text: string) => [[...text].length - 1, [...text].length + 1] as const;
    if (words.length >= SLIPS.halvesFrom) {
      const [before, behind] = halves(words.length);
      const start = [...wanted].slice(0, before).join('');
      add(best(LIKE_BEGINNING), start, endOf(start), ...lengthOf(wanted));
      add(best(LIKE_WITH_WORDS), `"${words.slice(behind).join(' ')}"`, ...lengthOf(wanted));
    } else if (words.length >= SLIPS.least) add(best(WITH_WORDS), oneSlip(words));
    if (latin.length > SLIPS.least) {
      const [before, behind] = halves(latin.length);
      const [start, end] = [latin.slice(0, before), reverse(latin.slice(behind))];
      add(best(OF_LENGTH), start, endOf(start), 'letters', ...lengthOf(latin));
      add(best(OF_LENGTH), end, endOf(end), 'reversed', ...lengthOf(latin));
    }
  }
  const candidates = [...found].map((node) => readCandidate(snapshot, node));
  const names = findNodes(createNameIndex(candidates), query, limit).map(({ node, alias }): ServedName => {
    const { id, label, type, aliases, degree } = candidates[node] as Candidate;
    return { id, label, type, alias: alias ?? null, aliases, degree };
  });
  return { names, capped };
}

const EXACT = `SELECT DISTINCT node FROM node_name WHERE key = ? AND kind <> 'reversed'`;

const BEGINNING = `SELECT node FROM node_name WHERE key >= ? AND key < ? AND kind <> 'reversed'`;

const OF_LENGTH = 'SELECT node FROM node_name WHERE key >= ? AND key < ? AND kind = ? AND length(key) BETWEEN ? AND ?';

const LIKE_BEGINNING = `SELECT node FROM node_name WHERE key >= ? AND key < ? AND kind IN ('name', 'alias')
  AND length(key) BETWEEN ? AND ?`;

const WITH_WORDS = 'SELECT node FROM name_index JOIN node_name ON number = name_index.rowid WHERE characters MATCH ?';

const LIKE_WITH_WORDS = `${WITH_WORDS} AND length(key) BETWEEN ? AND ?`;

/** The most important of the nodes that `select` gives, and how many rows it gave. */
function best(select: string): string {
  return `SELECT rows.node, count(*) OVER () AS looked FROM (${select} LIMIT ${MOST_ROWS}) rows
    JOIN node_measure ON node_measure.node = rows.node GROUP BY rows.node
    ORDER BY max(pagerank) DESC, rows.node LIMIT ${MOST_CANDIDATES}`;
}

/** The smallest text that begins otherwise and is larger than all that begin with `key`. */
function endOf(key: string): string {
  return `${key}\u{10FFFF}`;
}

/** Names with all of the words but one: one other, one missing, one more, or two that changed places. */
function oneSlip(words: readonly string[]): string {
  return words.map((_, slip) => `(${words.filter((_, index) => index !== slip).join(' AND ')})`).join(' OR ');
}

/**
 * Whatever the slip, all is right before it or behind it: on either side of the middle one, or of the middle two.
 *
 * @returns where the side before it ends, and where the side behind it begins
 */
function halves(length: number): readonly [number, number] {
  const middle = Math.floor((length - 1) / 2);
  return [middle, middle + 1];
}

function readCandidate({ statement }: Snapshot, node: number): Candidate {
  const row = statement(
    `SELECT id, type, name, aliases, pinyin, degree, pagerank FROM node
     JOIN node_measure ON node = number WHERE number = ?`,
  ).get(node) as {
    id: string;
    type: string;
    name: string;
    aliases: string;
    pinyin: string;
    degree: number;
    pagerank: number;
  };
  const { id, type, name, aliases, pinyin, degree, pagerank } = row;
  return { id, type, label: name, aliases: JSON.parse(aliases), pinyin, degree, importance: pagerank };
}

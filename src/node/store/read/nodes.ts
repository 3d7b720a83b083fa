/** Nodes of the stored network, each with what the articles say of it. */
import type { EvidenceItem } from '../../../outputs/explorer-data.ts';
import type {
  EdgeName,
  ServedArticle,
  ServedEvidence,
  ServedNeighbours,
  ServedNode,
  ServedOccasions,
} from '../../../outputs/served.ts';
import { ATTRIBUTE_NAMES, fromAttributeValues, type SqlValue } from '../attribute-columns.ts';
import type { Snapshot } from '../snapshot.ts';
import { documentNumber, listDocuments } from './documents.ts';

/** What one answer holds at most; what lies beyond is counted or said to be there. */
export const MOST = {
  mentions: 2_000,
  evidence: 500,
  neighbours: 2_000,
  /** Ties of one node that are looked at for its neighbours. */
  tiesOfNode: 20_000,
  reasons: 500,
  inArticle: 20_000,
  occasions: 20_000,
};

/** Number of a node by its id. */
export function nodeNumber({ statement }: Snapshot, id: string): number | undefined {
  return (statement('SELECT number FROM node WHERE id = ?').get(id) as { number: number } | undefined)?.number;
}

/** Number of an edge by its ends and type. */
function edgeNumber(snapshot: Snapshot, [source, type, target]: EdgeName): number | undefined {
  const [from, to] = [nodeNumber(snapshot, source), nodeNumber(snapshot, target)];
  if (from === undefined || to === undefined) return undefined;
  const found = snapshot
    .statement('SELECT number FROM edge WHERE source = ? AND target = ? AND type = ?')
    .get(from, to, type);
  return (found as { number: number } | undefined)?.number;
}

interface PostRow {
  readonly organisation: string;
  readonly title: string;
  readonly former: number;
  readonly first_date: string | null;
  readonly last_date: string | null;
}

interface MergeRow {
  readonly one: string;
  readonly other: string;
  readonly rule: string;
  readonly detail: string | null;
  readonly document: string | null;
  readonly confidence: number;
}

interface SplitRow {
  readonly other: string;
  readonly reason: string;
  readonly rule: string | null;
}

/** Mentions, posts and reasons of a node; undefined where there is none of this id. */
export function readNode(snapshot: Snapshot, id: string, most = MOST): ServedNode | undefined {
  const node = nodeNumber(snapshot, id);
  if (node === undefined) return undefined;
  const rows = <T>(sql: string, limit: number) => snapshot.statement(`${sql} LIMIT ${limit}`).all(node) as T[];
  let capped = false;
  /** One more is asked for than is listed, so that it is known whether there are more. */
  const reasons = <T>(sql: string): readonly T[] => {
    const found = rows<T>(sql, most.reasons + 1);
    capped ||= found.length > most.reasons;
    return found.slice(0, most.reasons);
  };
  const { total } = snapshot.statement('SELECT mentions AS total FROM node WHERE number = ?').get(node) as {
    total: number;
  };
  const list = listDocuments(snapshot);
  // The latest first, where not all can be listed.
  const mentions = rows<{ document: number; start: number; end: number }>(
    `SELECT document, start, end FROM node_mention JOIN network_document ON network_document.number = document
     WHERE node = ? ORDER BY date DESC, document, start`,
    most.mentions,
  ).map(({ document, start, end }) => [list.indexOf(document), start, end] as const);
  const posts = reasons<PostRow>(
    'SELECT organisation, title, former, first_date, last_date FROM post WHERE node = ? ORDER BY position',
  ).map(({ organisation, title, former, first_date, last_date }) => ({
    ...{ organisation, title, former: former === 1 },
    ...(first_date === null ? {} : { from: first_date }),
    ...(last_date === null ? {} : { to: last_date }),
  }));
  const merges = reasons<MergeRow>(
    'SELECT one, other, rule, detail, document, confidence FROM merge_reason WHERE node = ? ORDER BY position',
  ).map(({ one, other, rule, detail, document, confidence }) => ({
    ...{ names: [one, other] as const, rule, confidence },
    ...(detail === null ? {} : { detail }),
    ...(document === null ? {} : { document }),
  }));
  const splits = reasons<SplitRow>('SELECT other, reason, rule FROM split_reason WHERE node = ? ORDER BY position').map(
    ({ other, reason, rule }) => ({ other, reason, ...(rule === null ? {} : { rule }) }),
  );
  return { mentions, posts, merges, splits, total, capped, documents: list.documents };
}

/** Sentences behind an edge; undefined where there is no such edge. */
export function readEvidence(snapshot: Snapshot, edge: EdgeName): ServedEvidence | undefined {
  const number = edgeNumber(snapshot, edge);
  if (number === undefined) return undefined;
  const list = listDocuments(snapshot);
  const items = evidenceRows(snapshot, number, MOST.evidence).map(
    ({ document, ...rest }): EvidenceItem => ({ document: list.indexOf(document), ...rest }),
  );
  const count = snapshot.statement('SELECT count(*) AS total FROM edge_evidence WHERE edge = ?').get(number);
  return { items, total: (count as { total: number }).total, documents: list.documents };
}

/** Evidence of an edge, in the order of documents; `document` is a number of the store. */
function evidenceRows({ statement }: Snapshot, edge: number, most: number): EvidenceItem[] {
  const columns = ATTRIBUTE_NAMES.map((name) => `edge_evidence.${name}`).join(', ');
  const select = statement(
    `SELECT document, start, end, confidence, rule, article.text, ${columns} FROM edge_evidence
     JOIN network_document ON network_document.number = document JOIN article ON article.number = article
     WHERE edge = ? ORDER BY network_document.id, start, end, position LIMIT ${most}`,
  );
  select.setReturnArrays(true);
  select.setReadBigInts(true);
  return (select.all(edge) as unknown as SqlValue[][]).map(
    ([document, start, end, confidence, rule, text, ...attributes]) => ({
      document: Number(document),
      start: Number(start),
      end: Number(end),
      sentence: String(text).slice(Number(start), Number(end)),
      confidence: Number(confidence),
      rule: String(rule),
      attributes: fromAttributeValues(attributes),
    }),
  );
}

/** An article with the nodes that it names and the ties that it states; undefined where there is none of this id. */
export function readArticle(snapshot: Snapshot, id: string, most = MOST): ServedArticle | undefined {
  const document = documentNumber(snapshot, id);
  if (document === undefined) return undefined;
  const { statement } = snapshot;
  const list = listDocuments(snapshot);
  list.indexOf(document);
  const { text } = statement(
    'SELECT text FROM article JOIN network_document ON article = article.number WHERE network_document.number = ?',
  ).get(document) as { text: string };
  const mentions = statement(
    `SELECT start, end, id FROM node_mention JOIN node ON node.number = node WHERE document = ?
     ORDER BY start, end DESC, id LIMIT ${most.inArticle + 1}`,
  ).all(document) as { start: number; end: number; id: string }[];
  const statements = statement(
    `SELECT start, end, one.id AS source, edge.type, other.id AS target FROM edge_evidence
     JOIN edge ON edge.number = edge AND weak = 0
     JOIN node one ON one.number = source JOIN node other ON other.number = target
     WHERE document = ? ORDER BY start, end, one.id, edge.type, other.id LIMIT ${most.inArticle + 1}`,
  ).all(document) as { start: number; end: number; source: string; type: string; target: string }[];
  return {
    text,
    mentions: mentions.slice(0, most.inArticle).map(({ start, end, id: node }) => [start, end, node] as const),
    statements: statements
      .slice(0, most.inArticle)
      .map(({ start, end, source, type, target }) => [start, end, [source, type, target]] as const),
    capped: Math.max(mentions.length, statements.length) > most.inArticle,
    documents: list.documents,
  };
}

/** Nodes that ties state something with, the most important first; undefined where there is no such node. */
export function readNeighbours(snapshot: Snapshot, id: string): ServedNeighbours | undefined {
  const node = nodeNumber(snapshot, id);
  if (node === undefined) return undefined;
  const half = `LIMIT ${MOST.tiesOfNode}`;
  const rows = snapshot
    .statement(
      `SELECT node.id, max(documents.seen) AS seen FROM (
         SELECT * FROM (SELECT target AS other, documents AS seen FROM edge WHERE source = ?1 AND weak = 0 ${half})
         UNION ALL
         SELECT * FROM (SELECT source AS other, documents AS seen FROM edge WHERE target = ?1 AND weak = 0 ${half})
       ) documents JOIN node_measure ON node_measure.node = other JOIN node ON node.number = other
       GROUP BY other ORDER BY degree DESC, node_measure.pagerank DESC, node.id LIMIT ${MOST.neighbours + 1}`,
    )
    .all(node) as { id: string }[];
  return {
    nodes: rows.slice(0, MOST.neighbours).map(({ id: other }) => other),
    capped: rows.length > MOST.neighbours,
  };
}

/** When and where people met, by the sentences behind `edges`, as `outputs/occasions.ts` gathers them. */
export function readOccasions(snapshot: Snapshot, edges: readonly EdgeName[], most = MOST): ServedOccasions {
  const list = listDocuments(snapshot);
  const select = snapshot.statement(
    `SELECT coalesce(edge_evidence.date, network_document.date) AS day, place, coalesce(reprint_of, document) AS original
     FROM edge_evidence JOIN network_document ON network_document.number = document WHERE edge = ?
     ORDER BY network_document.id, start, end, position LIMIT ${most.evidence + 1}`,
  );
  let capped = false;
  const rows: ServedOccasions['rows'][number][] = [];
  for (const [index, name] of edges.entries()) {
    const edge = edgeNumber(snapshot, name);
    if (edge === undefined) continue;
    if (rows.length >= most.occasions) {
      capped = true;
      break;
    }
    const days = new Map<string, { place: string | null; documents: Set<number> }>();
    const sentences = select.all(edge) as { day: string | null; place: string | null; original: number }[];
    capped ||= sentences.length > most.evidence;
    for (const row of sentences.slice(0, most.evidence)) {
      const known = days.get(row.day ?? '') ?? { place: null, documents: new Set<number>() };
      days.set(row.day ?? '', known);
      known.place ??= row.place;
      known.documents.add(list.indexOf(row.original));
    }
    for (const [day, { place, documents }] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
      rows.push({ edge: index, date: day === '' ? null : day, place, documents: [...documents] });
    }
  }
  return { rows, capped, documents: list.documents };
}

/** Writes the edges of the network, with their evidence. */
import { isDeepStrictEqual } from 'node:util';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Tie } from '../../network/network.ts';
import type { Ontology } from '../../ontology/ontology.ts';
import { EDGE_COLUMNS, EVIDENCE_COLUMNS, EVIDENCE_KEY, toEdgeRows } from './network-rows.ts';
import type { NetworkContent } from './network-table.ts';
import { createOwnedRows } from './rows.ts';
import { arrays, documentsThatDiffer, isSame, knownIn, NO_HASH, type NumberOf, writers } from './writers.ts';

/** Prepares the statements for one database. */
export function createEdgeWriter(database: DatabaseSyncInstance) {
  const all = arrays(
    database,
    `SELECT source.id || '|' || edge.type || '|' || target.id, edge.number, edge.hash FROM edge
     JOIN node source ON source.number = edge.source JOIN node target ON target.number = edge.target`,
  );
  const { insert, update, remove } = writers(database, 'edge', ['source', 'target', ...EDGE_COLUMNS]);
  const evidence = createOwnedRows(
    database,
    'edge_evidence',
    'edge',
    EVIDENCE_COLUMNS.slice(0, EVIDENCE_KEY),
    EVIDENCE_COLUMNS,
  );
  const find = database.prepare('SELECT number FROM edge WHERE source = ? AND target = ? AND type = ?');
  const numberOfTie = (tie: Tie, nodes: NumberOf): number =>
    (find.get(nodes(tie.source), nodes(tie.target), tie.type) as { number: number } | undefined)?.number ?? 0;
  return {
    /** Brings some ties to what they are now. */
    change(
      changes: ReadonlyMap<string, Tie | undefined>,
      tieOf: (id: string) => Tie | undefined,
      ontology: Ontology,
      documents: NumberOf,
      nodes: NumberOf,
    ): number {
      let touched = 0;
      for (const [id, before] of changes) {
        const now = tieOf(id);
        const tie = now ?? before;
        const number = tie === undefined ? 0 : numberOfTie(tie, nodes);
        if (now === undefined || before === undefined) {
          if (number !== 0) touched += Number(remove.run(number).changes);
        }
        if (now === undefined) continue;
        const weak = ontology.relationTypes.get(now.type)?.weak === true;
        if (before === undefined || number === 0) {
          const rows = toEdgeRows(now, weak, documents);
          const values = [nodes(now.source), nodes(now.target), ...rows.own, rows.hash];
          touched += 1 + evidence.set(Number(insert.run(...values).lastInsertRowid), rows.evidence, true);
          continue;
        }
        // Of a hot tie's evidence only what stands in documents that say something else now.
        const differing = documentsThatDiffer(before.evidence, now.evidence, isDeepStrictEqual);
        const within = (one: Tie) => one.evidence.filter(({ document }) => differing.has(document));
        const rows = toEdgeRows(now, weak, documents, within(now));
        update.run(nodes(now.source), nodes(now.target), ...rows.own, NO_HASH, number);
        const old = toEdgeRows(before, weak, documents, within(before));
        touched += 1 + evidence.change(number, old.evidence, rows.evidence);
      }
      return touched;
    },
    write(
      { network, ontology }: NetworkContent,
      documents: ReadonlyMap<string, number>,
      nodes: ReadonlyMap<string, number>,
    ): number {
      const gone = knownIn(all());
      const numberOf = (document: string) => documents.get(document) ?? 0;
      const present = new Set(network.ties.map(({ id }) => id));
      let touched = 0;
      for (const [id, { number }] of gone) {
        if (present.has(id)) continue;
        remove.run(number);
        touched++;
      }
      for (const tie of network.ties) {
        const rows = toEdgeRows(tie, ontology.relationTypes.get(tie.type)?.weak === true, numberOf);
        const known = gone.get(tie.id);
        if (known !== undefined && isSame(known.hash, rows.hash)) continue;
        const values = [nodes.get(tie.source) ?? 0, nodes.get(tie.target) ?? 0, ...rows.own, rows.hash];
        const number = known?.number ?? Number(insert.run(...values).lastInsertRowid);
        if (known !== undefined) update.run(...values, number);
        touched += 1 + evidence.set(number, rows.evidence, known === undefined);
      }
      return touched;
    },
  };
}

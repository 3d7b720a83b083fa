/** Writes what the whole network makes of its nodes. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { ReadableGraph } from '../../outputs/columns.ts';
import { arrays, type NumberOf } from './writers.ts';

const MEASURES = ['x', 'y', 'size', 'community', 'degree', 'pagerank', 'betweenness'] as const;

/** Prepares the statements for one database. */
export function createMeasureWriter(database: DatabaseSyncInstance) {
  const all = arrays(database, `SELECT node, ${MEASURES.join(', ')} FROM node_measure`);
  const put = database.prepare(
    `INSERT OR REPLACE INTO node_measure (node, ${MEASURES.join(', ')}) VALUES (?, ${MEASURES.map(() => '?').join(', ')})`,
  );
  const valuesOf = (graph: ReadableGraph, id: string) => {
    const attributes = graph.getNodeAttributes(id);
    return MEASURES.map((name) => attributes[name]);
  };
  return {
    /** Writes them of some nodes. */
    change(graph: ReadableGraph, ids: Iterable<string>, numberOf: NumberOf): void {
      for (const id of ids) put.run(numberOf(id), ...valuesOf(graph, id));
    },
    /** Writes them of all nodes, as far as they are others. */
    write(graph: ReadableGraph, numbers: ReadonlyMap<string, number>): void {
      const before = new Map(all().map(([node, ...values]) => [node as number, values]));
      for (const [id, number] of numbers) {
        const values = valuesOf(graph, id);
        const known = before.get(number);
        if (known?.every((value, index) => value === values[index])) continue;
        put.run(number, ...values);
      }
    },
  };
}

/** Writes what the whole network makes of its nodes. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { ReadableGraph } from '../../outputs/columns.ts';
import { arrays } from './writers.ts';

const MEASURES = ['x', 'y', 'size', 'community', 'degree', 'pagerank', 'betweenness'] as const;

/** Prepares the statements for one database. */
export function createMeasureWriter(database: DatabaseSyncInstance) {
  const all = arrays(database, `SELECT node, ${MEASURES.join(', ')} FROM node_measure`);
  const put = database.prepare(
    `INSERT OR REPLACE INTO node_measure (node, ${MEASURES.join(', ')}) VALUES (?, ${MEASURES.map(() => '?').join(', ')})`,
  );
  return {
    write(graph: ReadableGraph, numbers: ReadonlyMap<string, number>): void {
      const before = new Map(all().map(([node, ...values]) => [node as number, values]));
      for (const [id, number] of numbers) {
        const attributes = graph.getNodeAttributes(id);
        const values = MEASURES.map((name) => attributes[name]);
        const known = before.get(number);
        if (known?.every((value, index) => value === values[index])) continue;
        put.run(number, ...values);
      }
    },
  };
}

/**
 * Looks up neighbours and evidence in the store of an output folder, again and again, while another process builds; a
 * process of its own, which tells how long it took when it is sent a message.
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../src/graph/random.ts';
import { readEvidence, readNeighbours } from '../../src/node/store/read/nodes.ts';
import { openSnapshots } from '../../src/node/store/snapshot.ts';
import type { EdgeName } from '../../src/outputs/served.ts';

/** Milliseconds. */
export interface LookedUp {
  readonly p50: number;
  readonly p99: number;
  readonly times: number;
}

/** By kind of look-up. */
export type Looked = Readonly<Record<'neighbours' | 'evidence', LookedUp>>;

/** Names that are looked up: half picked at random, half the hundred with most ties. */
const PICKED = 2000;
const HUBS = 100;
const PAUSE = 5;

const [output = ''] = process.argv.slice(2);
const snapshots = openSnapshots(output);
const random = createRandom(1);
const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
const names = snapshots.read(({ statement }) => ({
  any: statement(`SELECT id FROM node ORDER BY random() LIMIT ${PICKED}`).all() as { id: string }[],
  hubs: statement(
    `SELECT id FROM node JOIN node_measure ON node_measure.node = node.number ORDER BY degree DESC LIMIT ${HUBS}`,
  ).all() as { id: string }[],
  edges: statement(
    `SELECT one.id AS source, chosen.type, other.id AS target FROM (
       SELECT * FROM (SELECT * FROM edge ORDER BY documents DESC LIMIT ${PICKED / 2})
       UNION ALL SELECT * FROM (SELECT * FROM edge ORDER BY random() LIMIT ${PICKED / 2})
     ) chosen JOIN node one ON one.number = chosen.source JOIN node other ON other.number = chosen.target`,
  ).all() as { source: string; type: string; target: string }[],
}));
if (names === undefined) throw new Error(`${output} holds no network.`);

const found: Record<keyof Looked, number[]> = { neighbours: [], evidence: [] };
let enough = false;
process.once('message', () => {
  enough = true;
});
while (!enough) {
  const { id } = pick(random() < 0.5 ? names.any : names.hubs);
  const { source, type, target } = pick(names.edges);
  const edge: EdgeName = [source, type, target];
  for (const [kind, look] of [
    ['neighbours', () => snapshots.read((snapshot) => readNeighbours(snapshot, id))],
    ['evidence', () => snapshots.read((snapshot) => readEvidence(snapshot, edge))],
  ] as const) {
    const from = performance.now();
    look();
    found[kind].push(performance.now() - from);
  }
  await sleep(PAUSE);
}
const tell = (kind: keyof Looked): LookedUp => {
  const sorted = found[kind].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { p50: at(0.5), p99: at(0.99), times: sorted.length };
};
process.send?.({ neighbours: tell('neighbours'), evidence: tell('evidence') } satisfies Looked);
snapshots.close();
process.disconnect();

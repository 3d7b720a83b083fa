/** Where the network that stands in an output folder has its nodes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Position } from '../../graph/keep-layout.ts';
import { EXPLORER_FORMAT, type ExplorerNetwork } from '../../outputs/explorer-data.ts';

/** Positions by node id; none where the folder holds no network of this format. */
export async function readPositions(folder: string): Promise<Map<string, Position>> {
  try {
    const text = await readFile(join(folder, 'explorer', 'network.json'), 'utf8');
    const { format, nodes }: ExplorerNetwork = JSON.parse(text);
    if (format !== EXPLORER_FORMAT) return new Map();
    return new Map(nodes.id.map((id, index) => [id, { x: nodes.x[index] ?? 0, y: nodes.y[index] ?? 0 }]));
  } catch (cause) {
    // Missing, cut short or not ours: the layout then starts afresh.
    if (cause instanceof SyntaxError || cause instanceof TypeError || (cause instanceof Error && 'code' in cause)) {
      return new Map();
    }
    throw cause;
  }
}

/** Follows a local server that builds anew when the corpus changes. */

import { extent } from '../extent.ts';
import type { Dataset } from './dataset.ts';
import type { Camera } from './view.ts';

/** What is needed of the browser's `EventSource`. */
export interface EventConnection {
  addEventListener(type: string, listener: () => void): void;
  close(): void;
}

/**
 * Calls back for every build from here on, until the function that it gives back is called. A connection that was lost
 * is taken up again by the browser, and may have missed a build.
 */
export function followBuilds(connection: EventConnection, onBuild: () => void): () => void {
  let lost = false;
  connection.addEventListener('built', onBuild);
  connection.addEventListener('error', () => {
    lost = true;
  });
  connection.addEventListener('open', () => {
    if (lost) onBuild();
    lost = false;
  });
  return () => connection.close();
}

/**
 * The camera that looks at the same place of another network as this one did. Cameras are in units of the drawing's
 * larger side, which grows with the network.
 */
export function carryCamera(camera: Camera | null, from: Dataset, to: Dataset): Camera | null {
  if (camera === null) return null;
  const [before, after] = [frameOf(from), frameOf(to)];
  const carry = (value: number, was: number, is: number) => 0.5 + ((value - 0.5) * before.side + was - is) / after.side;
  return {
    x: carry(camera.x, before.x, after.x),
    y: carry(camera.y, before.y, after.y),
    ratio: (camera.ratio * before.side) / after.side,
    angle: camera.angle,
  };
}

/** Middle and larger side of the drawing. */
function frameOf({ network: { nodes } }: Dataset): { x: number; y: number; side: number } {
  const [[left, right], [bottom, top]] = [extent(nodes.x), extent(nodes.y)];
  return { x: (left + right) / 2, y: (bottom + top) / 2, side: Math.max(right - left, top - bottom) || 1 };
}

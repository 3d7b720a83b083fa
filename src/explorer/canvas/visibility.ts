/** Tells the renderer what to show and hide, and no more than has changed. */
import type { EdgeColumns } from '../../outputs/explorer-data.ts';
import { isEdgeShown } from './focus.ts';
import type { DrawnNetwork } from './graph.ts';
import type { Renderer } from './renderer.ts';
import type { CanvasView } from './types.ts';

/** What the renderer shows. */
export interface Visibility {
  /** Shows and hides what the renderer does not show or hide as the view has it. */
  apply(view: CanvasView, edges: EdgeColumns): void;
}

/** Starts with a renderer that shows everything. */
export function createVisibility(renderer: Renderer, drawn: DrawnNetwork): Visibility {
  /** What the renderer shows, one byte for each key. */
  let nodes = new Uint8Array();
  let edges = new Uint8Array();

  return {
    apply(view, network) {
      const [nodeNumbers, edgeNumbers] = [drawn.nodes().numbers, drawn.edges().numbers];
      nodes = grown(nodes, nodeNumbers.length);
      edges = grown(edges, edgeNumbers.length);
      const nodeKeys = change(nodes, nodeNumbers, (node) => view.visibleNodes[node] !== 0);
      const edgeKeys = change(edges, edgeNumbers, (edge) => isEdgeShown(view, network, edge));
      for (const shown of [0, 1] as const) {
        if (nodeKeys[shown].length > 0) renderer.setNodesState(nodeKeys[shown], { isHidden: shown === 0 });
        if (edgeKeys[shown].length > 0) renderer.setEdgesState(edgeKeys[shown], { isHidden: shown === 0 });
      }
      renderer.scheduleRender();
    },
  };
}

/** `bytes` in an array of `length`, ones behind them: what is new to the renderer is shown until it is hidden. */
function grown(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  if (bytes.length >= length) return bytes;
  const longer = new Uint8Array(length).fill(1);
  longer.set(bytes);
  return longer;
}

/** Brings `shown` up to date; the keys that changed, those to hide first. */
function change(
  shown: Uint8Array,
  numbers: Int32Array,
  isShown: (number: number) => boolean,
): readonly [hide: string[], show: string[]] {
  const keys: [hide: string[], show: string[]] = [[], []];
  for (const [key, number] of numbers.entries()) {
    const wanted = number >= 0 && isShown(number) ? 1 : 0;
    if (shown[key] === wanted) continue;
    shown[key] = wanted;
    keys[wanted].push(String(key));
  }
  return keys;
}

/** What the reader does on the drawing, in numbers of the network. */
import type { Events } from './events.ts';
import type { DrawnNetwork } from './graph.ts';
import type { Model } from './model.ts';
import type { Renderer } from './renderer.ts';

/** Who is told. */
interface PointerTarget {
  readonly renderer: Renderer;
  readonly drawn: DrawnNetwork;
  readonly model: () => Model;
  readonly events: Events;
  /** True while the reader points with a finger, which hovers over nothing. */
  readonly isTouched: () => boolean;
  readonly hoverNode: (node: number | null) => void;
  readonly hoverEdge: (edge: number | null) => void;
}

/** Listens to the renderer. */
export function followPointer({
  renderer,
  drawn,
  model,
  events,
  isTouched,
  hoverNode,
  hoverEdge,
}: PointerTarget): void {
  const at = (event: { x: number; y: number }) => ({ x: event.x, y: event.y });
  const nodeOf = (key: string): number => drawn.nodes().numbers[Number(key)] ?? -1;
  const edgeOf = (key: string): number => drawn.edges().numbers[Number(key)] ?? -1;
  renderer.on('enterNode', ({ node, event }) => {
    if (isTouched()) return;
    hoverNode(nodeOf(node));
    events.emit('enterNode', { node: nodeOf(node), ...at(event) });
  });
  renderer.on('leaveNode', ({ node }) => {
    hoverNode(null);
    events.emit('leaveNode', { node: nodeOf(node) });
  });
  renderer.on('enterEdge', ({ edge, event }) => {
    if (isTouched()) return;
    hoverEdge(edgeOf(edge));
    events.emit('enterEdge', { edge: edgeOf(edge), ...at(event) });
  });
  renderer.on('leaveEdge', ({ edge }) => {
    hoverEdge(null);
    events.emit('leaveEdge', { edge: edgeOf(edge) });
  });
  renderer.on('clickNode', ({ node, event }) => events.emit('clickNode', { node: nodeOf(node), ...at(event) }));
  renderer.on('clickEdge', ({ edge, event }) => events.emit('clickEdge', { edge: edgeOf(edge), ...at(event) }));
  renderer.on('clickStage', ({ event }) => events.emit('clickStage', at(event)));
  renderer.on('doubleClickNode', ({ node, event, preventSigmaDefault }) => {
    preventSigmaDefault();
    events.emit('doubleClickNode', { node: nodeOf(node), ...at(event) });
  });
  renderer.on('nodeDrag', ({ allDraggedNodes }) => {
    const { positions } = model();
    for (const key of allDraggedNodes) {
      const { x, y } = drawn.graph.getNodeAttributes(key);
      positions.x[nodeOf(key)] = x;
      positions.y[nodeOf(key)] = y;
    }
  });
  renderer.on('nodeDragEnd', ({ allDraggedNodes }) => {
    const { positions } = model();
    const moved = new Map(
      allDraggedNodes.map((key) => {
        const node = nodeOf(key);
        return [node, [positions.x[node] ?? 0, positions.y[node] ?? 0] as const];
      }),
    );
    events.emit('moveNodes', { moved });
  });
}

/**
 * What the rest of the explorer knows of the canvas. Nodes and edges are named by their number: the index into the
 * columns of `network.json`. Nothing here mentions the library that draws.
 */
import type { ExplorerNetwork } from '../../outputs/explorer-data.ts';

/** What is drawn at first. */
export interface CanvasData {
  readonly network: ExplorerNetwork;
}

/** How it is drawn at this moment. The canvas never changes a view; it compares each field with the one before. */
export interface CanvasView {
  /** One byte per node: 0 hides it. Give a new array for each change. */
  readonly visibleNodes: Uint8Array;
  /** One byte per edge: 0 hides it. An edge with a hidden end is hidden whatever stands here. */
  readonly visibleEdges: Uint8Array;
  readonly selectedNode: number | null;
  readonly selectedEdge: number | null;
  /** A node to show as if the pointer were on it, such as the row of a list that the pointer is on. */
  readonly hoveredNode: number | null;
  /** Nodes that stay lit while everything else fades; null fades nothing. */
  readonly highlightedNodes: ReadonlySet<number> | null;
  /** Positions of nodes that the reader has moved, in the layout's units; all others stand where the layout has them. */
  readonly moved: ReadonlyMap<number, readonly [x: number, y: number]>;
  /** Edges that stay lit while everything else fades; null lights the edges between highlighted nodes. */
  readonly highlightedEdges: ReadonlySet<number> | null;
  readonly theme: 'light' | 'dark';
  /** Language of edge labels. Node labels are names and stay as they are. */
  readonly language: 'zh' | 'en';
  readonly colorBy: 'type' | 'community';
  /** True where the reader's system asks for no animation: the camera jumps instead of gliding. */
  readonly reducedMotion: boolean;
}

/** Where the reader looks: the centre in the canvas's own units, the zoom (smaller is nearer), the turn in radians. */
export interface CameraState {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
  readonly angle: number;
}

/** A point on the screen, in CSS pixels from the container's top left corner. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** What each event carries. */
export interface CanvasEvents {
  clickNode: { readonly node: number } & ScreenPoint;
  doubleClickNode: { readonly node: number } & ScreenPoint;
  enterNode: { readonly node: number } & ScreenPoint;
  leaveNode: { readonly node: number };
  clickEdge: { readonly edge: number } & ScreenPoint;
  enterEdge: { readonly edge: number } & ScreenPoint;
  leaveEdge: { readonly edge: number };
  clickStage: ScreenPoint;
  cameraChange: CameraState;
  /** The reader has dragged nodes and let go of them. */
  moveNodes: { readonly moved: ReadonlyMap<number, readonly [x: number, y: number]> };
  /** A frame was drawn; `frame` counts from 1 and stands in the container's `data-frame` as well. */
  frame: { readonly frame: number };
  /** The browser took the drawing context away; the canvas is dead and wants to be made anew. */
  contextLost: { readonly message: string };
}

/** Name of an event of the canvas. */
export type CanvasEvent = keyof CanvasEvents;

/** Positions as they are drawn now, y up, with what the reader dragged in place. */
interface NodePositions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** A rectangle of the layout, in its own units, y up. */
export interface Viewport {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** A drawn network. */
export interface NetworkCanvas {
  /** Takes the fields that changed; only what they touch is drawn anew. Several calls in one task make one frame. */
  update(view: Partial<CanvasView>): void;
  /**
   * Draws another network in place of this one: nodes and edges of the same ids stay as they are, and cost nothing. The
   * camera keeps its numbers, which are relative to the drawing's frame.
   */
  exchange(network: ExplorerNetwork, view: CanvasView): void;
  getCamera(): CameraState;
  /** Moves the camera; glides when `animate` is true and the reader has nothing against motion. */
  setCamera(camera: CameraState, animate?: boolean): void;
  /** The part of the layout that is in sight, in its own units, y up. */
  getViewport(): Viewport;
  /** Puts a place of the layout into the middle, at once. */
  centerOn(x: number, y: number): void;
  /** Brings the given nodes into view, or all visible ones. */
  fit(nodes?: Iterable<number>): void;
  zoomIn(): void;
  zoomOut(): void;
  getPositions(): NodePositions;
  /** Where a node stands on the screen now, for things that point at it. */
  getScreenPosition(node: number): ScreenPoint;
  /** Calls `handler` at each event; the function that it gives back ends that. */
  on<E extends CanvasEvent>(event: E, handler: (payload: CanvasEvents[E]) => void): () => void;
  /** What is on screen as an SVG document. */
  toSvg(options: { readonly background: boolean }): string;
  /** Size of the drawing in CSS pixels. */
  getSize(): { readonly width: number; readonly height: number };
  /** What is on screen as a PNG, `scale` image pixels to one CSS pixel (1 to 8). */
  toPng(options: { readonly scale: number; readonly background: boolean }): Promise<Blob>;
  /** Frees everything; the canvas must not be used afterwards. */
  destroy(): void;
}

/** Why the canvas cannot draw. */
export type CanvasUnavailableReason = 'no-webgl' | 'context-lost' | 'failed';

/** Thrown where the network cannot be drawn at all, so that the page can say so and offer its lists instead. */
export class CanvasUnavailableError extends Error {
  readonly reason: CanvasUnavailableReason;

  constructor(reason: CanvasUnavailableReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CanvasUnavailableError';
    this.reason = reason;
  }
}

/** The drawing: the canvas within the page, told of every view and telling what the reader does on it. */
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { CanvasUnavailableReason, CanvasView, NetworkCanvas, ScreenPoint } from '../canvas/types.ts';
import { endsOf, nameOf, relationTypeOf } from '../state/dataset.ts';
import { carryCamera } from '../state/follow.ts';
import type { Lit, Scene } from '../state/scene.ts';
import { focusOn, selectEdge, selectNode, type View } from '../state/view.ts';
import { useExplorer, useScene, useView, useWords } from './context.ts';
import { Minimap } from './Minimap.tsx';

/** What a drawing needs of the page. */
export interface DrawingProps {
  readonly theme: 'light' | 'dark';
  /** Where the rest of the page finds the canvas, for pictures. */
  readonly canvas: RefObject<NetworkCanvas | null>;
  readonly onReady: () => void;
  readonly onTrouble: (reason: CanvasUnavailableReason) => void;
  /** Whether a small map of the whole may stand on it. */
  readonly mapped?: boolean;
}

/** What the canvas is told of a view. */
function canvasViewOf(
  view: View,
  scene: Scene,
  theme: 'light' | 'dark',
  hovered: number | null,
  pointed: Lit | null,
): CanvasView {
  const lit = pointed ?? scene.lit;
  return {
    visibleNodes: scene.shown.visibleNodes,
    visibleEdges: scene.shown.visibleEdges,
    selectedNode: view.selection?.kind === 'node' ? view.selection.node : null,
    selectedEdge: view.selection?.kind === 'edge' ? view.selection.edge : null,
    hoveredNode: hovered,
    highlightedNodes: lit.nodes,
    highlightedEdges: lit.edges,
    moved: view.moved,
    theme,
    language: view.language,
    colorBy: view.colorBy,
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
}

/** Draws the network, and keeps drawing and view the same. */
export function Drawing(props: DrawingProps) {
  const { canvas, theme, onReady, onTrouble } = props;
  const { dataset, store, sceneOf, hovered, pointed } = useExplorer();
  const view = useView();
  const scene = useScene();
  const words = useWords();
  const hoveredNow = useSyncExternalStore(hovered.subscribe, hovered.get);
  const pointedNow = useSyncExternalStore(pointed.subscribe, pointed.get);
  const container = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(false);
  const [tip, setTip] = useState<({ readonly edge: number } & ScreenPoint) | null>(null);
  /** What was chosen on the canvas itself: the reader's eyes are there already. */
  const chosenHere = useRef<View['selection']>(null);

  // The canvas outlives the network that it was made for: a decision makes another of it, with a store of its own.
  const latest = useRef({ theme, onReady, onTrouble, dataset, store, sceneOf });
  latest.current = { theme, onReady, onTrouble, dataset, store, sceneOf };
  const drawnDataset = useRef(dataset);
  useEffect(() => {
    const host = container.current;
    if (host === null) return;
    let alive = true;
    let made: NetworkCanvas | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    (async () => {
      const { createNetworkCanvas } = await import('../canvas/canvas.ts');
      const { CanvasUnavailableError } = await import('../canvas/types.ts');
      if (!alive) return;
      try {
        const { theme, dataset, store, sceneOf } = latest.current;
        const now = store.get();
        const first = canvasViewOf(now, sceneOf(now), theme, null, pointed.get());
        drawnDataset.current = dataset;
        made = createNetworkCanvas(host, { network: dataset.network }, first);
      } catch (error) {
        latest.current.onTrouble(error instanceof CanvasUnavailableError ? error.reason : 'failed');
        return;
      }
      canvas.current = made;
      const update = (change: (view: View) => View): void => latest.current.store.update(change);
      const { store, sceneOf } = latest.current;
      const { camera, selection, path, focus } = store.get();
      const asked = pointed.get();
      if (asked?.bring) bringIntoView(made, sceneOf(store.get()), asked);
      else if (camera !== null) made.setCamera(camera);
      else if (selection !== null || path !== null || focus !== null) bringIntoView(made, sceneOf(store.get()));
      made.on('frame', () => {
        setDrawn(true);
        latest.current.onReady();
      });
      made.on('contextLost', () => latest.current.onTrouble('context-lost'));
      made.on('clickNode', ({ node }) => {
        update((now) => {
          const next = selectNode(now, node);
          chosenHere.current = next.selection;
          return next;
        });
      });
      made.on('doubleClickNode', ({ node }) => update((now) => focusOn(selectNode(now, node), node, 1)));
      made.on('clickEdge', ({ edge }) => {
        setTip(null);
        update((now) => {
          const next = selectEdge(now, edge);
          chosenHere.current = next.selection;
          return next;
        });
      });
      made.on('clickStage', () => update((now) => (now.selection === null ? now : { ...now, selection: null })));
      made.on('enterEdge', setTip);
      made.on('leaveEdge', () => setTip(null));
      made.on('moveNodes', ({ moved }) => update((now) => ({ ...now, moved: new Map([...now.moved, ...moved]) })));
      made.on('cameraChange', (state) => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          // Before the reader moves, the canvas alone decides; a link made then should show everything anywhere.
          update((now) => ({ ...now, camera: state }));
        }, 300);
      });
    })();
    return () => {
      alive = false;
      clearTimeout(timer);
      made?.destroy();
      if (canvas.current === made) canvas.current = null;
    };
  }, [pointed, canvas]);

  useEffect(() => {
    const made = canvas.current;
    if (made === null) return;
    const next = canvasViewOf(view, scene, theme, hoveredNow, pointedNow);
    const before = drawnDataset.current;
    if (before === dataset) {
      made.update(next);
      return;
    }
    drawnDataset.current = dataset;
    const camera = carryCamera(made.getCamera(), before, dataset);
    made.exchange(dataset.network, next);
    if (camera !== null) made.setCamera(camera);
  }, [canvas, dataset, view, scene, theme, hoveredNow, pointedNow]);

  const latestScene = useRef(scene);
  latestScene.current = scene;
  useEffect(() => {
    if (canvas.current !== null && pointedNow?.bring) bringIntoView(canvas.current, latestScene.current, pointedNow);
  }, [canvas, pointedNow]);

  // What was chosen elsewhere is brought into view; what was chosen on the canvas stays where it is.
  const before = useRef({ view, dataset });
  useEffect(() => {
    const { view: was, dataset: of } = before.current;
    before.current = { view, dataset };
    const made = canvas.current;
    // After a decision the same view has other numbers; the reader has not moved.
    if (made === null || was === view || of !== dataset) return;
    if (view.camera !== null && view.camera !== was.camera && !sameCamera(view.camera, made.getCamera())) {
      made.setCamera(view.camera, true);
    } else if (view.focus !== was.focus || view.path !== was.path) {
      bringIntoView(made, scene);
    } else if (view.selection !== was.selection && view.selection !== null && view.selection !== chosenHere.current) {
      bringIntoView(made, scene);
    }
  }, [canvas, dataset, view, scene]);

  return (
    <>
      <div
        ref={container}
        className="canvas"
        role="img"
        aria-label={words.stage.graphDescription(scene.shown.nodeTotal, scene.shown.edgeTotal)}
      />
      {drawn ? null : (
        <p className="drawing" role="status">
          {words.stage.drawing}
        </p>
      )}
      {drawn && props.mapped && canvas.current !== null ? <Minimap canvas={canvas.current} theme={theme} /> : null}
      {tip === null ? null : <EdgeTip edge={tip.edge} x={tip.x} y={tip.y} />}
    </>
  );
}

/** Moves the camera to what is lit, or to everything where nothing is. */
export function bringIntoView(canvas: NetworkCanvas, scene: Scene, { nodes }: Lit = scene.lit): void {
  if (nodes === null) {
    canvas.fit();
    return;
  }
  const visible = [...nodes].filter((node) => scene.shown.visibleNodes[node] === 1);
  if (visible.length > 0) canvas.fit(visible);
}

function sameCamera(a: NonNullable<View['camera']>, b: NonNullable<View['camera']>): boolean {
  const near = (x: number, y: number): boolean => Math.abs(x - y) < 0.001;
  return near(a.x, b.x) && near(a.y, b.y) && near(a.ratio, b.ratio) && near(a.angle, b.angle);
}

function EdgeTip({ edge, x, y }: { readonly edge: number } & ScreenPoint) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const { source, target } = endsOf(dataset, edge);
  const type = relationTypeOf(dataset, edge);
  return (
    <p className="tip" style={{ insetInlineStart: x, insetBlockStart: y }}>
      {nameOf(dataset, source)} <span className="verb">{type[language]}</span> {type.symmetric ? '' : '→ '}
      {nameOf(dataset, target)}
      <span className="quiet"> {words.search.documents(dataset.network.edges.documents[edge] ?? 1)}</span>
    </p>
  );
}

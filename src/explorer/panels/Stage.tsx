/** Where the network is drawn, or stands as tables. */
import { lazy, type RefObject, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { CanvasUnavailableReason, CanvasView, NetworkCanvas, ScreenPoint } from '../canvas/types.ts';
import { endsOf, nameOf, relationTypeOf } from '../state/dataset.ts';
import type { Lit, Scene } from '../state/scene.ts';
import { focusOn, selectEdge, selectNode, type View } from '../state/view.ts';
import { useExplorer, useScene, useView, useWords } from './context.ts';
import { Glyph } from './parts.tsx';
import { Tables } from './Tables.tsx';

const Investors = lazy(() => import('./investors/Investors.tsx'));
const Meetings = lazy(() => import('./meetings/Meetings.tsx'));

interface StageProps {
  readonly theme: 'light' | 'dark';
  /** Where the rest of the page finds the canvas, for pictures. */
  readonly canvas: RefObject<NetworkCanvas | null>;
  readonly onReady: () => void;
  /** Whether a workspace has room for the drawing beside it. */
  readonly beside: boolean;
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

/** Drawing or tables, with what stands on them. */
export function Stage({ theme, canvas, onReady, beside }: StageProps) {
  const { dataset, store } = useExplorer();
  const view = useView();
  const { shown } = useScene();
  const words = useWords();
  const [trouble, setTrouble] = useState<CanvasUnavailableReason | null>(null);
  const [attempt, setAttempt] = useState(0);
  const table = view.stage === 'table' || (trouble !== null && trouble !== 'context-lost');
  const drawn = !table && view.stage === 'graph';
  useEffect(() => {
    if (!drawn) onReady();
  }, [drawn, onReady]);

  return (
    <div className="stage">
      {view.stage === 'investors' ? (
        <Suspense fallback={<p className="drawing">{words.stage.drawing}</p>}>
          <Investors />
        </Suspense>
      ) : view.stage === 'meetings' ? (
        <div className="split">
          <div className="split-page">
            <Suspense fallback={<p className="drawing">{words.stage.drawing}</p>}>
              <Meetings />
            </Suspense>
          </div>
          {beside && trouble === null ? (
            <div className="split-drawing">
              <Drawing theme={theme} canvas={canvas} onReady={onReady} onTrouble={setTrouble} />
            </div>
          ) : null}
        </div>
      ) : table ? (
        <>
          {trouble === null ? null : (
            <p className="banner" role="status">
              {trouble === 'no-webgl' ? words.stage.noCanvas : words.stage.canvasFailed}
            </p>
          )}
          <Tables />
        </>
      ) : trouble !== null ? (
        <div className="state" role="alert">
          <p>{words.stage.contextLost}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              setTrouble(null);
              setAttempt(attempt + 1);
            }}
          >
            {words.stage.redraw}
          </button>
        </div>
      ) : (
        <>
          <Drawing key={attempt} theme={theme} canvas={canvas} onReady={onReady} onTrouble={setTrouble} />
          <fieldset className="zoom">
            <legend className="visually-hidden">{words.stage.view}</legend>
            <button
              type="button"
              className="icon-button"
              aria-label={words.stage.zoomIn}
              onClick={() => canvas.current?.zoomIn()}
            >
              <Glyph name="plus" />
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={words.stage.zoomOut}
              onClick={() => canvas.current?.zoomOut()}
            >
              <Glyph name="minus" />
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={words.stage.fit}
              onClick={() => canvas.current?.fit()}
            >
              <Glyph name="fit" />
            </button>
          </fieldset>
        </>
      )}
      {view.focus === null || !drawn ? null : (
        <p className="chip">
          {words.stage.neighbourhood(nameOf(dataset, view.focus.node), view.focus.hops)}
          <button
            type="button"
            className="icon-button small"
            aria-label={words.stage.leaveNeighbourhood}
            onClick={() => store.update((now) => ({ ...now, focus: null, camera: null }))}
          >
            <Glyph name="close" />
          </button>
        </p>
      )}
      {shown.nodeTotal === 0 && drawn ? (
        <div className="state over">
          <h2>{words.states.filteredTitle}</h2>
          <p>{words.states.filtered}</p>
        </div>
      ) : null}
    </div>
  );
}

function Drawing(
  props: Omit<StageProps, 'beside'> & { readonly onTrouble: (reason: CanvasUnavailableReason) => void },
) {
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

  const latest = useRef({ theme, onReady, onTrouble });
  latest.current = { theme, onReady, onTrouble };
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
        const now = store.get();
        const first = canvasViewOf(now, sceneOf(now), latest.current.theme, null, pointed.get());
        made = createNetworkCanvas(host, { network: dataset.network }, first);
      } catch (error) {
        latest.current.onTrouble(error instanceof CanvasUnavailableError ? error.reason : 'failed');
        return;
      }
      canvas.current = made;
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
        store.update((now) => {
          const next = selectNode(now, node);
          chosenHere.current = next.selection;
          return next;
        });
      });
      made.on('doubleClickNode', ({ node }) => store.update((now) => focusOn(selectNode(now, node), node, 1)));
      made.on('clickEdge', ({ edge }) => {
        setTip(null);
        store.update((now) => {
          const next = selectEdge(now, edge);
          chosenHere.current = next.selection;
          return next;
        });
      });
      made.on('clickStage', () => store.update((now) => (now.selection === null ? now : { ...now, selection: null })));
      made.on('enterEdge', setTip);
      made.on('leaveEdge', () => setTip(null));
      made.on('moveNodes', ({ moved }) =>
        store.update((now) => ({ ...now, moved: new Map([...now.moved, ...moved]) })),
      );
      made.on('cameraChange', (state) => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          // Before the reader moves, the canvas alone decides; a link made then should show everything anywhere.
          store.update((now) => ({ ...now, camera: state }));
        }, 300);
      });
    })();
    return () => {
      alive = false;
      clearTimeout(timer);
      made?.destroy();
      if (canvas.current === made) canvas.current = null;
    };
  }, [dataset, store, sceneOf, pointed, canvas]);

  useEffect(() => {
    canvas.current?.update(canvasViewOf(view, scene, theme, hoveredNow, pointedNow));
  }, [canvas, view, scene, theme, hoveredNow, pointedNow]);

  const latestScene = useRef(scene);
  latestScene.current = scene;
  useEffect(() => {
    if (canvas.current !== null && pointedNow?.bring) bringIntoView(canvas.current, latestScene.current, pointedNow);
  }, [canvas, pointedNow]);

  // What was chosen elsewhere is brought into view; what was chosen on the canvas stays where it is.
  const before = useRef(view);
  useEffect(() => {
    const was = before.current;
    before.current = view;
    const made = canvas.current;
    if (made === null || was === view) return;
    if (view.camera !== null && view.camera !== was.camera && !sameCamera(view.camera, made.getCamera())) {
      made.setCamera(view.camera, true);
    } else if (view.focus !== was.focus || view.path !== was.path) {
      bringIntoView(made, scene);
    } else if (view.selection !== was.selection && view.selection !== null && view.selection !== chosenHere.current) {
      bringIntoView(made, scene);
    }
  }, [canvas, view, scene]);

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
      {tip === null ? null : <EdgeTip edge={tip.edge} x={tip.x} y={tip.y} />}
    </>
  );
}

function bringIntoView(canvas: NetworkCanvas, scene: Scene, { nodes }: Lit = scene.lit): void {
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

/** Where the network is drawn, or stands as tables. */
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import type { CanvasUnavailableReason } from '../canvas/types.ts';
import { nameOf } from '../state/dataset.ts';
import { useExplorer, useScene, useView, useWords } from './context.ts';
import { bringIntoView, Drawing, type DrawingProps } from './Drawing.tsx';
import { Glyph } from './parts.tsx';
import { Tables } from './Tables.tsx';

const Investors = lazy(() => import('./investors/Investors.tsx'));
const Meetings = lazy(() => import('./meetings/Meetings.tsx'));

interface StageProps extends Omit<DrawingProps, 'onTrouble'> {
  /** Whether a workspace has room for the drawing beside it. */
  readonly beside: boolean;
}

/** Drawing or tables, with what stands on them. */
export function Stage({ theme, canvas, onReady, beside }: StageProps) {
  const { dataset, store, minimap } = useExplorer();
  const mapWanted = useSyncExternalStore(minimap.subscribe, minimap.get);
  const view = useView();
  const scene = useScene();
  const { shown } = scene;
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
          <Drawing key={attempt} mapped theme={theme} canvas={canvas} onReady={onReady} onTrouble={setTrouble} />
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
            <button
              type="button"
              className="icon-button"
              aria-label={words.palette.fitSelection}
              title={words.palette.fitSelection}
              disabled={scene.lit.nodes === null}
              onClick={() => canvas.current !== null && bringIntoView(canvas.current, scene)}
            >
              <Glyph name="target" />
            </button>
            <button
              type="button"
              className="icon-button minimap-switch"
              aria-label={words.stage.minimap}
              title={words.stage.minimap}
              aria-pressed={mapWanted}
              onClick={() => minimap.update((wanted) => !wanted)}
            >
              <Glyph name="map" />
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

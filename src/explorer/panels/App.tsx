/** The page as a whole, once there is a network. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { NetworkCanvas } from '../canvas/types.ts';
import { nameOf, relationTypeOf } from '../state/dataset.ts';
import { closeTopmost, defaultFilters, isDefaultFilters } from '../state/view.ts';
import { useCommands } from './commands.ts';
import { useDesk, useExplorer, useScene, useView, useWords } from './context.ts';
import { Desk } from './curation/Desk.tsx';
import { Notice } from './curation/Notice.tsx';
import { Export } from './Export.tsx';
import { Filters } from './Filters.tsx';
import { Header } from './Header.tsx';
import { Help } from './Help.tsx';
import { Legend } from './Legend.tsx';
import { NodePanel } from './NodePanel.tsx';
import { Overview } from './Overview.tsx';
import { Palette } from './Palette.tsx';
import { Glyph } from './parts.tsx';
import { PathPanel } from './path/PathPanel.tsx';
import { Reader } from './Reader.tsx';
import { Stage } from './Stage.tsx';
import { TiePanel } from './TiePanel.tsx';
import { Timeline } from './Timeline.tsx';
import { Views } from './Views.tsx';

/** Below this width filters open over the drawing, and the panel is a sheet at the bottom. Also in layout.css. */
const WIDE = '(min-width: 1100px)';

function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** True where keys are letters of a text. */
function isTyping(target: EventTarget | null): boolean {
  return (
    (target instanceof HTMLInputElement && target.type === 'text') ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

/** The explorer. `unknown` names what the link that opened it asked for in vain. */
export function App({ unknown }: { readonly unknown: readonly string[] }) {
  const { store, curation } = useExplorer();
  const view = useView();
  const words = useWords();
  const wide = useMedia(WIDE);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const theme = view.theme === 'system' ? (systemDark ? 'dark' : 'light') : view.theme;
  const canvas = useRef<NetworkCanvas>(null);
  const search = useRef<HTMLInputElement>(null);
  const [filters, setFilters] = useState<boolean | null>(null);
  const [dialog, setDialog] = useState<'help' | 'export' | 'views' | 'palette' | null>(null);
  const [ready, setReady] = useState(false);
  const [missing, setMissing] = useState(unknown);
  const onReady = useCallback(() => setReady(true), []);
  // Workspaces need the width; whoever wants the filters beside them opens them.
  const filtersOpen = filters ?? (wide && (view.stage === 'graph' || view.stage === 'table'));

  useEffect(() => {
    const { documentElement } = document;
    documentElement.dataset.theme = theme;
    documentElement.lang = view.language === 'zh' ? 'zh-Hans' : 'en';
    if (ready) documentElement.dataset.ready = '';
  }, [theme, view.language, ready]);

  useTitle();

  const commands = useCommands({
    canvas,
    search: () => search.current?.focus(),
    filters: () => setFilters(!filtersOpen),
    curate: () => curation.desk.update((now) => (now === null ? 'review' : null)),
    show: setDialog,
  });
  const latest = useRef(commands);
  latest.current = commands;

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.isComposing || document.querySelector('dialog[open]') !== null) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setDialog('palette');
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') {
        if (!wide && filtersOpen) setFilters(false);
        else if (curation.desk.get() !== null && store.get().reading === null) curation.desk.update(() => null);
        else store.update(closeTopmost);
        return;
      }
      if (isTyping(event.target)) return;
      const key = event.key === '=' ? '+' : event.key.toLowerCase();
      const command = latest.current.find((one) => one.key === key);
      if (command === undefined) return;
      event.preventDefault();
      command.run();
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [store, curation, wide, filtersOpen]);

  return (
    <div
      className="app"
      data-stage={view.stage}
      data-filters={filtersOpen ? 'open' : 'closed'}
      data-ready={ready ? '' : undefined}
    >
      <button type="button" className="skip" onClick={() => document.getElementById('panel')?.focus()}>
        {words.skipToContent}
      </button>
      <Header
        search={search}
        filtersOpen={filtersOpen}
        onFilters={() => setFilters(!filtersOpen)}
        onExport={() => setDialog('export')}
        onViews={() => setDialog('views')}
        onHelp={() => setDialog('help')}
      />
      {missing.length === 0 ? null : (
        <p className="banner" role="alert">
          {words.states.unknownLink(missing[0] ?? '')}
          <button type="button" className="icon-button small" aria-label={words.close} onClick={() => setMissing([])}>
            <Glyph name="close" />
          </button>
        </p>
      )}
      <div className="workspace">
        <aside id="filters" className="filters-side" aria-label={words.filters.title} hidden={!filtersOpen}>
          {wide ? null : (
            <button
              type="button"
              className="icon-button filters-close"
              aria-label={words.close}
              onClick={() => setFilters(false)}
            >
              <Glyph name="close" />
            </button>
          )}
          <Filters />
        </aside>
        <main className="middle" aria-label={words.stage.label}>
          <Stage theme={theme} canvas={canvas} onReady={onReady} beside={wide} />
          {view.stage === 'table' ? null : <Timeline />}
          <div className="foot">
            <Legend />
            <StatusLine />
          </div>
        </main>
        <Panel />
        {view.reading === null ? null : <Reader reading={view.reading} />}
      </div>
      <Notice />
      {dialog === 'palette' ? <Palette commands={commands} onClose={() => setDialog(null)} /> : null}
      {dialog === 'help' ? <Help commands={commands} onClose={() => setDialog(null)} /> : null}
      {dialog === 'views' ? <Views onClose={() => setDialog(null)} /> : null}
      {dialog === 'export' ? <Export canvas={canvas} onClose={() => setDialog(null)} /> : null}
    </div>
  );
}

/** The tab's title names what is selected, so that bookmarks and history can be told apart. */
function useTitle(): void {
  const { dataset } = useExplorer();
  const { selection, language } = useView();
  const words = useWords();
  const subject =
    selection?.kind === 'node'
      ? nameOf(dataset, selection.node)
      : selection?.kind === 'edge'
        ? relationTypeOf(dataset, selection.edge)[language]
        : dataset.network.title;
  useEffect(() => {
    document.title = [subject, words.product].filter(Boolean).join(' · ');
  }, [subject, words]);
}

/** How much is shown; where the reader hid something, the way back to everything. */
function StatusLine() {
  const { dataset, store } = useExplorer();
  const { filters, focus, path } = useView();
  const { shown } = useScene();
  const words = useWords();
  const { part } = dataset.network;
  const reduced = !isDefaultFilters(dataset, filters) || focus !== null || path?.alone === true;
  return (
    <p className="status-line">
      <span role="status">
        {part === undefined
          ? words.filters.shown(shown.nodeTotal, dataset.nodeCount, shown.edgeTotal, dataset.edgeCount)
          : words.part.shown(shown.nodeTotal, part.nodes, shown.edgeTotal, part.ties)}
      </span>
      {reduced ? (
        <button
          type="button"
          className="quiet-button"
          onClick={() =>
            store.update((view) => ({
              ...view,
              filters: defaultFilters(dataset),
              focus: null,
              path: view.path === null ? null : { ...view.path, alone: false },
            }))
          }
        >
          {words.filters.reset}
        </button>
      ) : null}
    </p>
  );
}

/** What is selected, the path, or the overview. On a narrow screen a sheet that is pulled up. */
function Panel() {
  const { dataset, store, curation } = useExplorer();
  const desk = useDesk();
  const view = useView();
  const { shown } = useScene();
  const words = useWords();
  const panel = useRef<HTMLElement>(null);
  const [sheet, setSheet] = useState<'low' | 'half' | 'full'>('low');
  const { selection, path } = view;
  const subject = selection ?? path?.from ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new subject is read from its top.
  useEffect(() => {
    panel.current?.querySelector('.panel-scroll')?.scrollTo(0, 0);
    if (selection !== null || path !== null || desk !== null) setSheet((now) => (now === 'low' ? 'half' : now));
  }, [subject, path === null, desk]);
  const hidden =
    selection?.kind === 'node'
      ? shown.visibleNodes[selection.node] === 0
      : selection?.kind === 'edge' && shown.visibleEdges[selection.edge] === 0;
  return (
    <aside ref={panel} id="panel" className="panel" data-sheet={sheet} tabIndex={-1} aria-label={words.panel}>
      <button
        type="button"
        className="sheet-handle"
        aria-expanded={sheet !== 'low'}
        aria-label={words.overview.title}
        onClick={() => setSheet(sheet === 'low' ? 'half' : sheet === 'half' ? 'full' : 'low')}
      >
        <span aria-hidden="true" />
      </button>
      {desk === null && selection === null && path === null ? null : (
        <div className="panel-bar">
          <button
            type="button"
            className="quiet-button"
            onClick={() => {
              if (desk !== null) curation.desk.update(() => null);
              else store.update((now) => ({ ...now, selection: null, ...(selection === null ? { path: null } : {}) }));
            }}
          >
            <Glyph name="back" />
            {desk !== null
              ? words.curation.close
              : selection !== null && path !== null
                ? words.path.title
                : words.overview.title}
          </button>
        </div>
      )}
      <div className="panel-scroll">
        {hidden && desk === null ? <p className="banner">{words.stage.hiddenSelection}</p> : null}
        {desk !== null ? (
          <Desk />
        ) : selection?.kind === 'node' ? (
          <NodePanel key={selection.node} node={selection.node} />
        ) : selection?.kind === 'edge' ? (
          <TiePanel key={selection.edge} edge={selection.edge} />
        ) : path !== null ? (
          <PathPanel question={path} />
        ) : (
          <Overview />
        )}
        <p className="colophon">{dataset.network.generator}</p>
      </div>
    </aside>
  );
}

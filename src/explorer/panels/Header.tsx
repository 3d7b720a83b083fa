/** The masthead: whose network this is, how large, the search, and the switches. */
import type { RefObject } from 'react';
import { entityCounts } from '../state/counts.ts';
import { selectNode } from '../state/view.ts';
import { Combobox } from './Combobox.tsx';
import { NEXT_THEME } from './commands.ts';
import { useCurationState, useDesk, useExplorer, useView, useWords } from './context.ts';
import { Glyph } from './parts.tsx';
import { Workspaces } from './Workspaces.tsx';

interface HeaderProps {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly filtersOpen: boolean;
  readonly onFilters: () => void;
  readonly onExport: () => void;
  readonly onViews: () => void;
  readonly onHelp: () => void;
}

/** The top of the page. */
export function Header(props: HeaderProps) {
  const { dataset, store, curation } = useExplorer();
  const desk = useDesk();
  const fresh = useCurationState().ledger.fresh.length;
  const view = useView();
  const words = useWords();
  const counts = entityCounts(dataset);
  const { title, part } = dataset.network;
  const named = title !== '' && title !== '关系';
  return (
    <header className="masthead">
      <div className="brand">
        <span className="seal" aria-hidden="true">
          关系
        </span>
        <div className="brand-text">
          <h1>
            {named ? title : '关系'}
            <span className="brand-name">{named ? '关系 Guanxi' : `Guanxi · ${words.tagline}`}</span>
          </h1>
          <p className="counts" title={words.countsNote}>
            {words.counts(dataset.sources, part?.people ?? counts.people, part?.ties ?? counts.stated)}
          </p>
        </div>
      </div>
      <search className="masthead-search">
        <Combobox
          label={words.search.label}
          placeholder={words.search.placeholder}
          value={null}
          inputRef={props.search}
          onChoose={(node) => {
            if (node === null) return;
            store.update((now) => selectNode(now, node));
            // What was found is read next; and `/` then finds again.
            document.getElementById('panel')?.focus();
          }}
          onBring={selectNode}
        />
      </search>
      <nav className="tools" aria-label={words.stage.view}>
        <button
          type="button"
          className="tool"
          title={words.filters.open}
          aria-expanded={props.filtersOpen}
          aria-controls="filters"
          onClick={props.onFilters}
        >
          <Glyph name="filter" />
          <span>{words.filters.open}</span>
        </button>
        <Workspaces />
        <button
          type="button"
          className="tool"
          title={words.curation.open}
          aria-pressed={desk !== null}
          onClick={() => curation.desk.update((now) => (now === null ? 'review' : null))}
        >
          <Glyph name="curate" />
          <span>{words.curation.open}</span>
          {fresh === 0 ? null : <span className="badge">{fresh}</span>}
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={words.views.open}
          title={words.views.open}
          aria-haspopup="dialog"
          onClick={props.onViews}
        >
          <Glyph name="views" />
        </button>
        <button
          type="button"
          className="tool"
          title={words.export.open}
          aria-haspopup="dialog"
          onClick={props.onExport}
        >
          <Glyph name="export" />
          <span>{words.export.open}</span>
        </button>
        <button
          type="button"
          className="icon-button language"
          lang={view.language === 'zh' ? 'en' : 'zh'}
          title={words.switchLanguage}
          onClick={() => store.update((now) => ({ ...now, language: now.language === 'zh' ? 'en' : 'zh' }))}
        >
          {view.language === 'zh' ? 'EN' : '中文'}
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={words.theme.toggle(words.theme[view.theme])}
          title={words.theme.toggle(words.theme[view.theme])}
          onClick={() => store.update((now) => ({ ...now, theme: NEXT_THEME[now.theme] }))}
        >
          <Glyph name="theme" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={words.help.open}
          aria-haspopup="dialog"
          onClick={props.onHelp}
        >
          <Glyph name="help" />
        </button>
      </nav>
    </header>
  );
}

/** Finds a name as one types: an editable combobox with a list, after the ARIA Authoring Practices. */
import { type KeyboardEvent, type Ref, useId, useMemo, useRef, useState } from 'react';
import type { ServedName } from '../../outputs/served.ts';
import { entityTypeOf, nameOf } from '../state/dataset.ts';
import { mainPost } from '../state/ties.ts';
import type { View } from '../state/view.ts';
import { useExplorer, useView, useWords } from './context.ts';
import { ListOption } from './ListOption.tsx';
import { bringName } from './part/bring.ts';
import { findChoices, type NameChoice } from './part/choices.ts';
import { NameElsewhere } from './part/NameElsewhere.tsx';
import { useWholeSearch } from './part/useWholeSearch.ts';
import { Glyph, TypeIcon } from './parts.tsx';

const MOST_RESULTS = 12;

interface ComboboxProps {
  readonly label: string;
  readonly placeholder: string;
  /** True shows the label above the field; otherwise only screen readers hear it. */
  readonly labelled?: boolean;
  /** Node that the field stands for at rest; null for a field that empties itself once something is chosen. */
  readonly value: number | null;
  readonly onChoose: (node: number | null) => void;
  /**
   * The view after a name was loaded that was not; without it, and without {@link onElsewhere}, only loaded names
   * are offered.
   */
  readonly onBring?: (view: View, node: number) => View;
  /** Takes a name that is not loaded, where it is not to be loaded at once. */
  readonly onElsewhere?: (name: ServedName) => void;
  /** Node that is not offered. */
  readonly except?: number;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A field to find a node with. */
export function Combobox(props: ComboboxProps) {
  const { dataset, base, source } = useExplorer();
  const words = useWords();
  const id = useId();
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  /** How the loading of a name goes. */
  const [loading, setLoading] = useState<'rest' | 'loading' | 'failed'>('rest');
  const list = useRef<HTMLDivElement>(null);
  const { except, onBring, onElsewhere } = props;
  const whole = useWholeSearch(onBring === undefined && onElsewhere === undefined ? null : query);
  const results = useMemo(
    () => (query === null ? [] : findChoices({ dataset, base }, query, whole.names, MOST_RESULTS, except)),
    [dataset, base, query, except, whole.names],
  );
  const open = query !== null && query.trim() !== '';
  const rest = props.value === null ? '' : nameOf(dataset, props.value);

  function choose(choice: NameChoice | undefined): void {
    if (choice === undefined) return;
    if (choice.kind === 'loaded') {
      setQuery(null);
      props.onChoose(choice.node);
    } else if (onElsewhere !== undefined) {
      setQuery(null);
      onElsewhere(choice.name);
    } else if (source.more !== null && onBring !== undefined && loading !== 'loading') {
      setLoading('loading');
      // The page is drawn anew with the name in it; this field is gone then.
      bringName(source.more, choice.name.id, onBring).then(
        () => document.getElementById('panel')?.focus(),
        () => setLoading('failed'),
      );
    }
  }

  function move(to: number): void {
    const next = (to + results.length) % Math.max(1, results.length);
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // Keys that an input method uses to compose 汉字 are not ours.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' && open) move(active + 1);
    else if (event.key === 'ArrowUp' && open) move(active - 1);
    else if (event.key === 'Home' && open) move(0);
    else if (event.key === 'End' && open) move(results.length - 1);
    else if (event.key === 'Enter' && open) choose(results[active]);
    else if (event.key === 'Escape' && query !== null) {
      setQuery(null);
      event.stopPropagation();
    } else return;
    event.preventDefault();
  }

  return (
    <div className="combobox">
      <label className={props.labelled ? 'field-label' : 'visually-hidden'} htmlFor={id}>
        {props.label}
      </label>
      <div className="combobox-field">
        <Glyph name="search" />
        <input
          id={id}
          ref={props.inputRef}
          role="combobox"
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          placeholder={props.placeholder}
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && results.length > 0 ? `${id}-${active}` : undefined}
          value={query ?? rest}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onFocus={(event) => event.target.select()}
          onBlur={() => setQuery(null)}
          onKeyDown={onKeyDown}
        />
        {query !== null || props.value !== null ? (
          <button
            type="button"
            className="icon-button small"
            aria-label={words.search.clear}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              setQuery(null);
              if (props.value !== null) props.onChoose(null);
            }}
          >
            <Glyph name="close" />
          </button>
        ) : null}
      </div>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={props.label} className="options" hidden={!open}>
        {results.map((choice, i) => (
          <ListOption
            key={choice.kind === 'loaded' ? choice.node : choice.name.id}
            id={`${id}-${i}`}
            active={i === active}
            onPoint={() => setActive(i)}
            onChoose={() => choose(choice)}
          >
            {choice.kind === 'loaded' ? <LoadedName {...choice} /> : <NameElsewhere name={choice.name} />}
          </ListOption>
        ))}
      </div>
      <span className="visually-hidden" role="status">
        {open && results.length > 0 ? words.search.results(results.length) : ''}
      </span>
      {loading === 'rest' ? null : (
        <p className="options no-options" role="status">
          {loading === 'loading' ? words.part.loading : words.part.failed}
        </p>
      )}
      {open && results.length === 0 && loading === 'rest' ? (
        <div className="options no-options" role="status">
          {whole.status === 'asking' ? (
            <p>{words.part.searching}</p>
          ) : (
            <>
              <p>{words.search.noResult(query)}</p>
              <p className="quiet">{whole.status === 'failed' ? words.part.failed : words.search.noResultHint}</p>
            </>
          )}
        </div>
      ) : null}
    </div>
  );
}

function LoadedName({ node, alias }: { readonly node: number; readonly alias: string | null }) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const type = entityTypeOf(dataset, node);
  const names = dataset.network.nodes.aliases[node] ?? [];
  const shownAlias = names.length === 0 ? '' : words.search.alias(alias ?? names[0] ?? '');
  return (
    <>
      <TypeIcon type={type} />
      <span className="option-name">{nameOf(dataset, node)}</span>
      <span className="option-note">
        {[type[language], mainPost(dataset, node), shownAlias].filter(Boolean).join(' · ')}
      </span>
      <span className="option-count">{words.search.ties(dataset.network.nodes.degree[node] ?? 0)}</span>
    </>
  );
}

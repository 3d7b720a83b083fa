/** Finds a name as one types: an editable combobox with a list, after the ARIA Authoring Practices. */
import { type KeyboardEvent, type Ref, useId, useMemo, useRef, useState } from 'react';
import { entityTypeOf, nameOf } from '../state/dataset.ts';
import { findNodes } from '../state/lookup.ts';
import { mainPost } from '../state/ties.ts';
import { useExplorer, useView, useWords } from './context.ts';
import { ListOption } from './ListOption.tsx';
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
  /** Node that is not offered. */
  readonly except?: number;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A field to find a node with. */
export function Combobox(props: ComboboxProps) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const id = useId();
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const { except } = props;
  const results = useMemo(
    () =>
      query === null
        ? []
        : findNodes(dataset, query, MOST_RESULTS + 1)
            .filter(({ node }) => node !== except)
            .slice(0, MOST_RESULTS),
    [dataset, query, except],
  );
  const open = query !== null && query.trim() !== '';
  const rest = props.value === null ? '' : nameOf(dataset, props.value);

  function choose(node: number | undefined): void {
    if (node === undefined) return;
    setQuery(null);
    props.onChoose(node);
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
    else if (event.key === 'Enter' && open) choose(results[active]?.node);
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
        {results.map(({ node, alias }, i) => {
          const type = entityTypeOf(dataset, node);
          const names = dataset.network.nodes.aliases[node] ?? [];
          return (
            <ListOption
              key={node}
              id={`${id}-${i}`}
              active={i === active}
              onPoint={() => setActive(i)}
              onChoose={() => choose(node)}
            >
              <TypeIcon type={type} />
              <span className="option-name">{nameOf(dataset, node)}</span>
              <span className="option-note">
                {[
                  type[language],
                  mainPost(dataset, node),
                  names.length === 0 ? '' : words.search.alias(alias ?? names[0] ?? ''),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <span className="option-count">{words.search.ties(dataset.network.nodes.degree[node] ?? 0)}</span>
            </ListOption>
          );
        })}
      </div>
      <span className="visually-hidden" role="status">
        {open && results.length > 0 ? words.search.results(results.length) : ''}
      </span>
      {open && results.length === 0 ? (
        <div className="options no-options" role="status">
          <p>{words.search.noResult(query)}</p>
          <p className="quiet">{words.search.noResultHint}</p>
        </div>
      ) : null}
    </div>
  );
}

/** Commands and names in one field: type, choose, done. */
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ServedName } from '../../outputs/served.ts';
import { entityTypeOf, nameOf } from '../state/dataset.ts';
import { mainPost } from '../state/ties.ts';
import { selectNode } from '../state/view.ts';
import type { Command } from './commands.ts';
import { useExplorer, useView, useWords } from './context.ts';
import { ListOption } from './ListOption.tsx';
import { bringName } from './part/bring.ts';
import { findChoices } from './part/choices.ts';
import { NameElsewhere } from './part/NameElsewhere.tsx';
import { useWholeSearch } from './part/useWholeSearch.ts';
import { TypeIcon } from './parts.tsx';

const MOST_NAMES = 8;

type Choice =
  | { readonly kind: 'command'; readonly key: string; readonly command: Command }
  | { readonly kind: 'node'; readonly key: string; readonly node: number }
  | { readonly kind: 'elsewhere'; readonly key: string; readonly name: ServedName };

/** The palette; closes when something is chosen. */
export function Palette(props: { readonly commands: readonly Command[]; readonly onClose: () => void }) {
  const { commands, onClose } = props;
  const { dataset, base, store, source } = useExplorer();
  const words = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  /** How the loading of a name goes. */
  const [loading, setLoading] = useState<'rest' | 'loading' | 'failed'>('rest');
  const whole = useWholeSearch(query);
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
  }, []);
  const choices = useMemo((): Choice[] => {
    const wanted = query.trim().toLowerCase();
    const names = findChoices({ dataset, base }, query, whole.names, MOST_NAMES).map(
      (choice): Choice =>
        choice.kind === 'loaded'
          ? { kind: 'node', key: `n${choice.node}`, node: choice.node }
          : { kind: 'elsewhere', key: `e${choice.name.id}`, name: choice.name },
    );
    const fitting = commands
      .filter(({ label, id: name }) => label.toLowerCase().includes(wanted) || name.startsWith(wanted))
      .map((command): Choice => ({ kind: 'command', key: command.id, command }));
    const isMeant = (choice: Choice): boolean =>
      wanted !== '' && choice.kind === 'command' && choice.command.label.toLowerCase().startsWith(wanted);
    return [...fitting.filter(isMeant), ...names, ...fitting.filter((choice) => !isMeant(choice))];
  }, [dataset, base, commands, query, whole.names]);

  function choose(choice: Choice | undefined): void {
    if (choice === undefined) return;
    if (choice.kind === 'elsewhere') {
      if (source.more === null || loading === 'loading') return;
      setLoading('loading');
      // The page is drawn anew with the name in it.
      bringName(source.more, choice.name.id, selectNode).then(
        () => {
          onClose();
          document.getElementById('panel')?.focus();
        },
        () => setLoading('failed'),
      );
      return;
    }
    dialog.current?.close();
    // The event that tells of closing comes later, when another window may be open already.
    onClose();
    if (choice.kind === 'command') choice.command.run();
    else store.update((view) => selectNode(view, choice.node));
  }

  function move(to: number): void {
    const next = (to + choices.length) % Math.max(1, choices.length);
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active - 1);
    else if (event.key === 'Enter') choose(choices[active]);
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself.
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label={words.palette.open}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <input
        role="combobox"
        type="text"
        aria-label={words.palette.open}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={choices.length > 0 ? `${id}-${active}` : undefined}
        placeholder={words.palette.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={words.palette.open} className="palette-list">
        {choices.map((choice, i) => (
          <ListOption
            key={choice.key}
            id={`${id}-${i}`}
            active={i === active}
            onPoint={() => setActive(i)}
            onChoose={() => choose(choice)}
          >
            {choice.kind === 'command' ? <CommandRow command={choice.command} /> : null}
            {choice.kind === 'node' ? <NameRow node={choice.node} /> : null}
            {choice.kind === 'elsewhere' ? <NameElsewhere name={choice.name} /> : null}
          </ListOption>
        ))}
      </div>
      {loading === 'rest' && choices.length > 0 ? null : (
        <p className="palette-none" role="status">
          {loading === 'loading'
            ? words.part.loading
            : loading === 'failed' || whole.status === 'failed'
              ? words.part.failed
              : whole.status === 'asking'
                ? words.part.searching
                : words.palette.none(query)}
        </p>
      )}
    </dialog>
  );
}

function CommandRow({ command }: { readonly command: Command }) {
  return (
    <>
      <span className="palette-sign" aria-hidden="true">
        ›
      </span>
      <span>{command.label}</span>
      {command.key === undefined ? null : <kbd>{command.key.toUpperCase()}</kbd>}
    </>
  );
}

function NameRow({ node }: { readonly node: number }) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const type = entityTypeOf(dataset, node);
  return (
    <>
      <TypeIcon type={type} />
      <span className="option-name">{nameOf(dataset, node)}</span>
      <span className="option-count">{mainPost(dataset, node) ?? type[language]}</span>
    </>
  );
}

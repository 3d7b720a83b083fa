/** Commands and names in one field: type, choose, done. */
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { entityTypeOf, nameOf } from '../state/dataset.ts';
import { findNodes } from '../state/lookup.ts';
import { mainPost } from '../state/ties.ts';
import { selectNode } from '../state/view.ts';
import type { Command } from './commands.ts';
import { useExplorer, useView, useWords } from './context.ts';
import { ListOption } from './ListOption.tsx';
import { TypeIcon } from './parts.tsx';

const MOST_NAMES = 8;

type Choice =
  | { readonly kind: 'command'; readonly key: string; readonly command: Command }
  | { readonly kind: 'node'; readonly key: string; readonly node: number };

/** The palette; closes when something is chosen. */
export function Palette(props: { readonly commands: readonly Command[]; readonly onClose: () => void }) {
  const { commands, onClose } = props;
  const { dataset, store } = useExplorer();
  const words = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
  }, []);
  const choices = useMemo((): Choice[] => {
    const wanted = query.trim().toLowerCase();
    const names = findNodes(dataset, query, MOST_NAMES).map(
      ({ node }): Choice => ({ kind: 'node', key: `n${node}`, node }),
    );
    const fitting = commands
      .filter(({ label, id: name }) => label.toLowerCase().includes(wanted) || name.startsWith(wanted))
      .map((command): Choice => ({ kind: 'command', key: command.id, command }));
    const isMeant = (choice: Choice): boolean =>
      wanted !== '' && choice.kind === 'command' && choice.command.label.toLowerCase().startsWith(wanted);
    return [...fitting.filter(isMeant), ...names, ...fitting.filter((choice) => !isMeant(choice))];
  }, [dataset, commands, query]);

  function choose(choice: Choice | undefined): void {
    if (choice === undefined) return;
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
            {choice.kind === 'command' ? <CommandRow command={choice.command} /> : <NameRow node={choice.node} />}
          </ListOption>
        ))}
      </div>
      {choices.length === 0 ? (
        <p className="palette-none" role="status">
          {words.palette.none(query)}
        </p>
      ) : null}
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

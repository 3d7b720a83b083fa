/** What a reader can correct of a name. */
import { type ReactNode, useRef, useState } from 'react';
import type { EntityRef, Verdict } from '../../../curation/decision.ts';
import type { NodeDetail } from '../../../outputs/explorer-data.ts';
import { entityRef } from '../../state/curation/references.ts';
import { entityTypeOf, nameOf } from '../../state/dataset.ts';
import { useExplorer, useView, useWords } from '../context.ts';
import { useDecide } from './decide.ts';
import { Form } from './Form.tsx';
import { MergeForm } from './MergeForm.tsx';
import { SplitForm } from './SplitForm.tsx';

type Mode = 'merge' | 'split' | 'rename' | 'retype' | 'reject' | 'note';

/** What each form is given. */
export interface NodeFormProps {
  readonly node: number;
  readonly detail: NodeDetail;
  /** The node, as the ledger names it. */
  readonly entity: EntityRef;
  readonly onDecide: (verdict: Verdict, why: string) => void;
  readonly onCancel: () => void;
}

const FORMS: Readonly<Record<Mode, (props: NodeFormProps) => ReactNode>> = {
  merge: MergeForm,
  split: SplitForm,
  rename: RenameForm,
  retype: RetypeForm,
  reject: RejectForm,
  note: NoteForm,
};

/** Buttons for each correction; one form at a time opens below them. */
export function NodeCuration({ node, detail }: { readonly node: number; readonly detail: NodeDetail }) {
  const { dataset } = useExplorer();
  const words = useWords().curation;
  const decide = useDecide();
  const [mode, setMode] = useState<Mode | null>(null);
  const buttons = useRef<HTMLFieldSetElement>(null);
  const labels: Readonly<Record<Mode, string>> = {
    merge: words.merge,
    split: words.split,
    rename: words.rename,
    retype: words.retype,
    reject: words.rejectName,
    note: words.addNote,
  };
  const Chosen = mode === null ? null : FORMS[mode];

  function close(): void {
    buttons.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    setMode(null);
  }

  return (
    <div className="section curation">
      <fieldset ref={buttons} className="curation-buttons">
        <legend className="visually-hidden">{words.correct}</legend>
        {(Object.keys(labels) as Mode[]).map((each) => (
          <button
            key={each}
            type="button"
            className="chip-button"
            aria-expanded={mode === each}
            onClick={() => setMode(mode === each ? null : each)}
          >
            {labels[each]}
          </button>
        ))}
      </fieldset>
      {Chosen === null ? null : (
        <Chosen
          key={mode}
          node={node}
          detail={detail}
          entity={entityRef(dataset, node, detail)}
          onCancel={close}
          onDecide={(verdict, why) => {
            setMode(null);
            void decide(verdict, why);
          }}
        />
      )}
    </div>
  );
}

function RenameForm({ node, entity, onDecide, onCancel }: NodeFormProps) {
  const { dataset } = useExplorer();
  const words = useWords().curation;
  const [name, setName] = useState(nameOf(dataset, node));
  const wanted = name.trim();
  return (
    <Form
      title={words.renameTitle(nameOf(dataset, node))}
      submit={words.renameDo}
      incomplete={wanted === '' || wanted === nameOf(dataset, node)}
      onCancel={onCancel}
      onSubmit={(why) => onDecide({ do: 'rename', entity, name: wanted }, why)}
    >
      <label className="field">
        <span className="field-label">{words.renameTo}</span>
        <input
          type="text"
          className="text-input"
          maxLength={300}
          value={name}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
    </Form>
  );
}

function RetypeForm({ node, entity, onDecide, onCancel }: NodeFormProps) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const words = useWords().curation;
  const now = entityTypeOf(dataset, node).id;
  const [type, setType] = useState(now);
  return (
    <Form
      title={words.retypeTitle(nameOf(dataset, node))}
      submit={words.retypeDo}
      incomplete={type === now}
      onCancel={onCancel}
      onSubmit={(why) => onDecide({ do: 'retype', entity, type }, why)}
    >
      <label className="field">
        <span className="field-label">{words.retypeTo}</span>
        <select className="text-input" value={type} onChange={(event) => setType(event.target.value)}>
          {dataset.network.entityTypes.map((each) => (
            <option key={each.id} value={each.id}>
              {each[language]}
            </option>
          ))}
        </select>
      </label>
    </Form>
  );
}

function RejectForm({ node, entity, onDecide, onCancel }: NodeFormProps) {
  const { dataset } = useExplorer();
  const words = useWords().curation;
  return (
    <Form
      title={words.rejectTitle(nameOf(dataset, node))}
      submit={words.rejectDo}
      grave
      onCancel={onCancel}
      onSubmit={(why) => onDecide({ do: 'reject', entity }, why)}
    />
  );
}

function NoteForm({ node, entity, onDecide, onCancel }: NodeFormProps) {
  const { dataset } = useExplorer();
  const words = useWords().curation;
  const [note, setNote] = useState('');
  return (
    <Form
      title={words.noteTitle(nameOf(dataset, node))}
      submit={words.noteDo}
      incomplete={note.trim() === ''}
      onCancel={onCancel}
      onSubmit={(why) => onDecide({ do: 'note', entity, note: note.trim() }, why)}
    >
      <NoteField value={note} onChange={setNote} />
    </Form>
  );
}

/** A field for a note. */
export function NoteField(props: { readonly value: string; readonly onChange: (value: string) => void }) {
  const words = useWords().curation;
  return (
    <label className="field">
      <span className="field-label">{words.noteText}</span>
      <textarea
        className="text-input"
        rows={3}
        maxLength={5000}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
}

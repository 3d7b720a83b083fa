/** What a reader can say of a tie. */
import { useState } from 'react';
import type { EvidenceItem } from '../../../outputs/explorer-data.ts';
import { tieRef } from '../../state/curation/references.ts';
import { endsOf, nameOf, relationTypeOf } from '../../state/dataset.ts';
import { useExplorer, useView, useWords } from '../context.ts';
import { useDecide } from './decide.ts';
import { Form } from './Form.tsx';
import { NoteField } from './NodeCuration.tsx';

/** Buttons to confirm, reject and annotate a tie. */
export function TieCuration({ edge, items }: { readonly edge: number; readonly items: readonly EvidenceItem[] }) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const words = useWords().curation;
  const decide = useDecide();
  const [noting, setNoting] = useState(false);
  const [note, setNote] = useState('');
  const tie = tieRef(dataset, edge, items);
  const confirmed = dataset.network.edges.reviewed[edge] === 'confirmed';
  const { source, target } = endsOf(dataset, edge);
  return (
    <div className="section curation">
      <fieldset className="curation-buttons">
        <legend>{words.correctTie}</legend>
        <button
          type="button"
          className="chip-button"
          disabled={confirmed}
          onClick={() => void decide({ do: 'confirm', tie })}
        >
          {confirmed ? words.checked : words.confirmTie}
        </button>
        <button type="button" className="chip-button" onClick={() => void decide({ do: 'reject', tie })}>
          {words.rejectTie}
        </button>
        <button type="button" className="chip-button" aria-expanded={noting} onClick={() => setNoting(!noting)}>
          {words.addNote}
        </button>
      </fieldset>
      {noting ? (
        <Form
          title={words.noteTitle(
            `${nameOf(dataset, source)} ${relationTypeOf(dataset, edge)[language]} ${nameOf(dataset, target)}`,
          )}
          submit={words.noteDo}
          incomplete={note.trim() === ''}
          onCancel={() => setNoting(false)}
          onSubmit={(why) => {
            setNoting(false);
            setNote('');
            void decide({ do: 'note', tie, note: note.trim() }, why);
          }}
        >
          <NoteField value={note} onChange={setNote} />
        </Form>
      ) : null}
    </div>
  );
}

/** What was noted of a node or tie. */
export function Note({ note }: { readonly note: string | null | undefined }) {
  const words = useWords().curation;
  if (note === null || note === undefined) return null;
  return (
    <p className="reader-note">
      <span className="reader-note-mark">{words.note}</span>
      {note}
    </p>
  );
}

/** The desk at which one curates: questions to answer, and decisions taken. */
import { useEffect, useRef } from 'react';
import type { Desk as DeskPart } from '../../state/curation/curation.ts';
import { useDesk, useExplorer, useView, useWords } from '../context.ts';
import { LedgerPanel } from './LedgerPanel.tsx';
import { ReviewPanel } from './ReviewPanel.tsx';

const PARTS: readonly DeskPart[] = ['review', 'ledger'];

/** Both parts; what the reader selects elsewhere takes the place of the desk. */
export function Desk() {
  const { curation, store } = useExplorer();
  const { selection } = useView();
  const words = useWords().curation;
  const part = useDesk();
  /** What the desk itself has put in view; the store is another one after each decision. */
  const own = useRef({ store, selection });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each selection is looked at.
  useEffect(() => {
    // The question may have pointed elsewhere since this was drawn: what counts is what is selected now.
    const now = store.get().selection;
    const strange = own.current.store === store && own.current.selection !== now && now !== null;
    own.current = { store, selection: now };
    if (strange) curation.desk.update(() => null);
  }, [curation, store, selection]);

  return (
    <div className="panel-body desk">
      <header className="profile">
        <h2 className="name">{words.title}</h2>
        <fieldset className="segmented">
          <legend className="visually-hidden">{words.parts}</legend>
          {PARTS.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={part === each}
              onClick={() => curation.desk.update(() => each)}
            >
              {words[each]}
            </button>
          ))}
        </fieldset>
      </header>
      {part === 'review' ? (
        <ReviewPanel
          onPoint={(next) => {
            own.current = { store, selection: next };
            // Without a camera of the reader's own the drawing goes to what is selected, also when it is made anew.
            store.update((now) => ({ ...now, selection: next, path: null, reading: null, camera: null }));
          }}
        />
      ) : (
        <LedgerPanel />
      )}
    </div>
  );
}

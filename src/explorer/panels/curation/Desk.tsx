/** The desk at which one curates: questions to answer, and decisions taken. */
import { useEffect, useRef } from 'react';
import type { Desk as DeskPart } from '../../state/curation/curation.ts';
import { useDesk, useExplorer, useView, useWords } from '../context.ts';
import { LedgerPanel } from './LedgerPanel.tsx';
import { ReviewPanel } from './ReviewPanel.tsx';

const PARTS: readonly DeskPart[] = ['review', 'ledger'];

/** Both parts; what the reader selects meanwhile takes the place of the desk. */
export function Desk() {
  const { curation, store } = useExplorer();
  const { selection } = useView();
  const words = useWords().curation;
  const part = useDesk();
  // After a decision the store is another one, and its selection the same under other numbers.
  const before = useRef({ store, selection });
  useEffect(() => {
    const chosen = before.current.store === store && before.current.selection !== selection && selection !== null;
    before.current = { store, selection };
    if (chosen) curation.desk.update(() => null);
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
      {part === 'review' ? <ReviewPanel /> : <LedgerPanel />}
    </div>
  );
}

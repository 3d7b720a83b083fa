/** What was just decided, with the way back; and undo and redo by key. */
import { useEffect, useState } from 'react';
import { useCurationState, useExplorer, useWords } from '../context.ts';
import { Glyph } from '../parts.tsx';
import { useSaid } from './said.ts';

/** How long a step is told; the ledger tells it for good. In milliseconds. */
const SHOWN_FOR = 12_000;

/** Says the last step for a while, or until it is put away; one that was not kept stays, as an alert. */
export function Notice() {
  const { curation } = useExplorer();
  const { last, failure, canUndo } = useCurationState();
  const words = useWords();
  const said = useSaid();
  const [seen, setSeen] = useState<unknown>(null);
  useUndoKeys();
  useEffect(() => {
    const timer = setTimeout(() => setSeen(last), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [last]);
  const [first, ...more] = last?.decisions ?? [];
  const shown = failure ?? (last !== null && seen !== last ? last : null);
  return (
    <div className="decision-notice" role={failure === null ? 'status' : 'alert'}>
      {shown === null ? null : (
        <p>
          <span>
            {failure === null
              ? [
                  last?.kind === 'undone'
                    ? words.curation.undone
                    : last?.kind === 'redone'
                      ? words.curation.redone
                      : '',
                  first === undefined ? '' : said(first),
                  more.length === 0 ? '' : `+${more.length}`,
                ]
                  .filter(Boolean)
                  .join(' · ')
              : words.curation.failed(failure)}
          </span>
          {canUndo && failure === null && last?.kind === 'taken' ? (
            <button type="button" className="quiet-button" onClick={() => void curation.undo()}>
              {words.curation.undo}
            </button>
          ) : null}
          <button
            type="button"
            className="icon-button small"
            aria-label={words.close}
            onClick={() => {
              setSeen(last);
              curation.state.update((now) => ({ ...now, failure: null }));
            }}
          >
            <Glyph name="close" />
          </button>
        </p>
      )}
    </div>
  );
}

/** Ctrl/⌘ Z takes back, with Shift (or Ctrl Y) does again; in a field they are the field's own. */
function useUndoKeys(): void {
  const { curation } = useExplorer();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      const { target } = event;
      const typing = target instanceof HTMLElement && target.closest('input:not([type="checkbox"]), textarea') !== null;
      if (typing || document.querySelector('dialog[open]') !== null) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && !(key === 'y' && !event.shiftKey)) return;
      event.preventDefault();
      void (key === 'y' || event.shiftKey ? curation.redo() : curation.undo());
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [curation]);
}

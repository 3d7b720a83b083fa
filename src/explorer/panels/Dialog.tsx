/** A window over the page; the browser's own dialog keeps the focus in and gives it back. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from './context.ts';
import { Glyph } from './parts.tsx';

/** Shows `children` over the page until closed by button, Escape or a click beside it. */
export function Dialog(props: { readonly title: string; readonly onClose: () => void; readonly children: ReactNode }) {
  const words = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself.
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onClose={props.onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className="dialog-body">
        <header className="dialog-head">
          <h2 id={id}>{props.title}</h2>
          <button
            type="button"
            className="icon-button"
            aria-label={words.close}
            onClick={() => dialog.current?.close()}
          >
            <Glyph name="close" />
          </button>
        </header>
        {props.children}
      </div>
    </dialog>
  );
}

/** Named views: kept by the browser, saved to a file, opened from one. */
import { useRef, useState } from 'react';
import { readAddress, writeAddress } from '../state/address.ts';
import { readShelf, readViews, type SavedView, withView, writeShelf, writeViews } from '../state/saved-views.ts';
import { initialView } from '../state/view.ts';
import { useExplorer, useView, useWords } from './context.ts';
import { Dialog } from './Dialog.tsx';
import { Glyph } from './parts.tsx';
import { save } from './save.ts';

/** The window with the saved views. */
export function Views({ onClose }: { readonly onClose: () => void }) {
  const { dataset, store } = useExplorer();
  const view = useView();
  const words = useWords();
  const { title } = dataset.network;
  const [views, setViews] = useState(() => readShelf(localStorage, title));
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [message, setMessage] = useState('');
  const file = useRef<HTMLInputElement>(null);

  function keep(next: readonly SavedView[]): void {
    setViews(next);
    writeShelf(localStorage, title, next);
  }

  function open(saved: SavedView): void {
    const usual = initialView(dataset, view.language, view.theme);
    const { view: next, unknown } = readAddress(dataset, saved.address, usual);
    store.update((now) => ({ ...next, language: now.language, theme: now.theme }));
    if (unknown.length === 0) onClose();
    else setMessage(words.views.missing(unknown.length));
  }

  async function read(chosen: File | undefined): Promise<void> {
    if (chosen === undefined) return;
    const found = readViews(await chosen.text());
    if (found === null) {
      setMessage(words.views.badFile(chosen.name));
      return;
    }
    keep(found.reduceRight((all, one) => withView(all, one), views));
    setMessage('');
  }

  return (
    <Dialog title={words.views.title} onClose={onClose}>
      <p className="quiet">{words.views.note}</p>
      <form
        className="view-form"
        onSubmit={(event) => {
          event.preventDefault();
          const address = writeAddress(dataset, view);
          keep(withView(views, { name: name.trim() || words.views.untitled, note: note.trim(), address }));
          setName('');
          setNote('');
        }}
      >
        <label>
          <span className="field-label">{words.views.name}</span>
          <input type="text" value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label>
          <span className="field-label">{words.views.comment}</span>
          <textarea rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
        <button type="submit" className="button primary">
          <Glyph name="views" />
          {words.views.saveHere}
        </button>
      </form>
      <section>
        <h3>{words.views.saved}</h3>
        {views.length === 0 ? <p className="quiet">{words.views.none}</p> : null}
        <ul className="list saved-views">
          {views.map((saved) => (
            <li key={saved.name}>
              <button
                type="button"
                className="row"
                aria-label={words.views.apply(saved.name)}
                onClick={() => open(saved)}
              >
                <span className="row-name">{saved.name}</span>
                {saved.note === '' ? null : <span className="quiet view-note">{saved.note}</span>}
              </button>
              <button
                type="button"
                className="icon-button small"
                aria-label={words.views.remove(saved.name)}
                onClick={() => keep(views.filter((other) => other !== saved))}
              >
                <Glyph name="close" />
              </button>
            </li>
          ))}
        </ul>
      </section>
      <p className="view-files">
        <button
          type="button"
          className="button"
          disabled={views.length === 0}
          onClick={() =>
            save(new Blob([writeViews(views)], { type: 'application/json' }), `${words.views.fileName}.json`)
          }
        >
          {words.views.toFile}
        </button>
        <button type="button" className="button" onClick={() => file.current?.click()}>
          {words.views.fromFile}
        </button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={words.views.fromFile}
          onChange={(event) => {
            void read(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </p>
      <p className="quiet">{words.views.stored}</p>
      <p role="status">{message}</p>
    </Dialog>
  );
}

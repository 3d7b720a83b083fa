/** Saves what is on screen, in the formats of other programs. */
import { type RefObject, useState } from 'react';
import type { NetworkCanvas } from '../canvas/types.ts';
import type { ExportFormat } from '../state/export.ts';
import { useExplorer, useScene, useView, useWords } from './context.ts';
import { Dialog } from './Dialog.tsx';
import { save } from './save.ts';

const FORMATS = ['gexf', 'graphml', 'nodesCsv', 'edgesCsv', 'json'] as const satisfies readonly ExportFormat[];

/** The window with all formats. */
export function Export(props: { readonly canvas: RefObject<NetworkCanvas | null>; readonly onClose: () => void }) {
  const { dataset } = useExplorer();
  const { shown } = useScene();
  const { language } = useView();
  const words = useWords();
  const [message, setMessage] = useState('');

  async function run(task: () => Promise<void>): Promise<void> {
    setMessage('');
    try {
      await task();
    } catch (error) {
      setMessage(words.export.failed(error instanceof Error ? error.message : String(error)));
    }
  }

  return (
    <Dialog title={words.export.title} onClose={props.onClose}>
      <p className="quiet">{words.export.note(shown.nodeTotal, shown.edgeTotal)}</p>
      <ul className="list export-list">
        {FORMATS.map((format) => (
          <li key={format}>
            <button
              type="button"
              className="row"
              onClick={() =>
                run(async () => {
                  // The writers are needed only here, so the page opens without them.
                  const { exportShown, shownGraph } = await import('../state/export.ts');
                  const graph = shownGraph(dataset, shown, language, props.canvas.current?.getPositions());
                  const { name, type, chunks } = exportShown(graph, format, words.export.fileName);
                  save(new Blob(chunks, { type }), name);
                })
              }
            >
              {words.export[format]}
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="row"
            onClick={() =>
              run(async () => {
                if (props.canvas.current === null) throw new Error(words.export.noPicture);
                save(await props.canvas.current.toPng({ scale: 2, background: true }), `${words.export.fileName}.png`);
              })
            }
          >
            {words.export.png}
          </button>
        </li>
        <li>
          <button
            type="button"
            className="row"
            onClick={() =>
              run(async () => {
                await navigator.clipboard.writeText(location.href);
                setMessage(words.export.copied);
              })
            }
          >
            {words.export.link}
          </button>
        </li>
      </ul>
      <p role="status">{message}</p>
    </Dialog>
  );
}

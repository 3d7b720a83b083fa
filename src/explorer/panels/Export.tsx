/** Saves what is on screen: as picture, as data for other programs, as a page that opens from disk, or as a link. */
import { type ReactNode, type RefObject, useState } from 'react';
import type { NetworkCanvas } from '../canvas/types.ts';
import { writeAddress } from '../state/address.ts';
import type { ExportFormat } from '../state/export.ts';
import { makeStandalone } from '../state/standalone.ts';
import { useExplorer, useScene, useView, useWords } from './context.ts';
import { Dialog } from './Dialog.tsx';
import { save } from './save.ts';
import { paintSvg, serialiseSvg } from './svg-picture.ts';

const FORMATS = ['gexf', 'graphml', 'nodesCsv', 'edgesCsv', 'json'] as const satisfies readonly ExportFormat[];

/** The long side of A3 at 300 dots to the inch, in pixels. */
const PRINT_WIDTH = 4961;

/** What can be made a picture of: the drawing, or the chart of money ties. */
interface Pictures {
  svg(): string;
  png(width: number | 'screen'): Promise<Blob>;
}

function picturesOf(canvas: NetworkCanvas | null): Pictures | null {
  const chart = document.querySelector<SVGSVGElement>('svg.flow');
  if (chart !== null) {
    const svg = (): string => serialiseSvg(chart, getComputedStyle(document.body).backgroundColor);
    return {
      svg,
      png: (width) => paintSvg(svg(), width === 'screen' ? chart.clientWidth * 2 : width),
    };
  }
  if (canvas === null) return null;
  return {
    svg: () => canvas.toSvg({ background: true }),
    png: (width) => canvas.toPng({ scale: width === 'screen' ? 2 : width / canvas.getSize().width, background: true }),
  };
}

/** The window with all that can be saved. */
export function Export(props: { readonly canvas: RefObject<NetworkCanvas | null>; readonly onClose: () => void }) {
  const { dataset, base, source, curation } = useExplorer();
  const { shown } = useScene();
  const view = useView();
  const words = useWords();
  const [message, setMessage] = useState('');
  const name = words.export.fileName;

  async function run(task: () => Promise<unknown>): Promise<void> {
    setMessage(words.exportMore.preparing);
    try {
      await task();
      setMessage((now) => (now === words.exportMore.preparing ? '' : now));
    } catch (error) {
      setMessage(words.export.failed(error instanceof Error ? error.message : String(error)));
    }
  }

  function pictures(): Pictures {
    const found = picturesOf(props.canvas.current);
    if (found === null) throw new Error(words.export.noPicture);
    return found;
  }

  return (
    <Dialog title={words.export.title} onClose={props.onClose}>
      <p className="quiet">{words.export.note(shown.nodeTotal, shown.edgeTotal)}</p>
      <Group title={words.exportMore.page}>
        <Row
          label={words.export.link}
          onClick={() =>
            run(async () => {
              await navigator.clipboard.writeText(location.href);
              setMessage(words.export.copied);
            })
          }
        />
        {source.embedded || source.more !== null ? null : (
          <Row
            label={words.exportMore.html}
            note={words.exportMore.htmlNote}
            onClick={() =>
              run(async () => {
                const template = new URL('assets/standalone.html', document.baseURI).href;
                const { applied, text } = curation.state.get().ledger;
                const state = { view: writeAddress(dataset, view), ledger: { applied, text } };
                const parts = await makeStandalone(base.network, template, source.base, state, source.fetchFile);
                save(new Blob(parts, { type: 'text/html;charset=utf-8' }), `${name}.html`);
              })
            }
          />
        )}
      </Group>
      <Group title={words.exportMore.picture}>
        <Row
          label={words.exportMore.svg}
          onClick={() =>
            run(async () => save(new Blob([pictures().svg()], { type: 'image/svg+xml;charset=utf-8' }), `${name}.svg`))
          }
        />
        <Row
          label={words.export.png}
          onClick={() => run(async () => save(await pictures().png('screen'), `${name}.png`))}
        />
        <Row
          label={words.exportMore.printPng}
          onClick={() => run(async () => save(await pictures().png(PRINT_WIDTH), `${name}-A3.png`))}
        />
      </Group>
      <Group title={words.exportMore.data}>
        {FORMATS.map((format) => (
          <Row
            key={format}
            label={words.export[format]}
            onClick={() =>
              run(async () => {
                // The writers are needed only here, so the page opens without them.
                const { exportShown, shownGraph } = await import('../state/export.ts');
                const positions = props.canvas.current?.getPositions();
                const file = exportShown(shownGraph(dataset, shown, view.language, positions), format, name);
                save(new Blob(file.chunks, { type: file.type }), file.name);
              })
            }
          />
        ))}
      </Group>
      <p role="status">{message}</p>
    </Dialog>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul className="list export-list">{children}</ul>
    </section>
  );
}

function Row(props: { readonly label: string; readonly note?: string; readonly onClick: () => void }) {
  return (
    <li>
      <button type="button" className="row" onClick={props.onClick}>
        <span>{props.label}</span>
        {props.note === undefined ? null : <span className="quiet">{props.note}</span>}
      </button>
    </li>
  );
}

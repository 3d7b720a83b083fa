/** The answer to a question for paths as a text to read, copy and file. */
import { useState } from 'react';
import { nameOf } from '../../state/dataset.ts';
import { type Dossier as Text, toMarkdown, toPlainText, writeDossier } from '../../state/dossier.ts';
import { allOf } from '../../state/loadables.ts';
import type { Path } from '../../state/lookup.ts';
import { useExplorer, useShards, useView, useWords } from '../context.ts';
import { Dialog } from '../Dialog.tsx';
import { Glyph, Loaded } from '../parts.tsx';
import { save } from '../save.ts';

/** Ways that are told at most; nobody reads more. */
const MOST_WAYS = 10;

/** The dossier in a window of its own. */
export function Dossier({ paths, onClose }: { readonly paths: readonly Path[]; readonly onClose: () => void }) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const shards = useShards();
  const words = useWords();
  const told = paths.slice(0, MOST_WAYS);
  const edges = [...new Set(told.flatMap((path) => path.steps.flatMap(([first]) => first ?? [])))];
  const ends = [told[0]?.nodes[0] ?? 0, told[0]?.nodes.at(-1) ?? 0].map((node) => nameOf(dataset, node));
  return (
    <Dialog title={words.pathOptions.dossier} onClose={onClose}>
      <Loaded from={allOf(edges.map((edge) => shards.evidence(edge)))}>
        {(lists) => {
          const byEdge = new Map(edges.map((edge, i) => [edge, lists[i] ?? []]));
          const text = writeDossier(dataset, told, language, (edge) => byEdge.get(edge) ?? []);
          return (
            <>
              <Actions text={text} fileName={words.dossier.fileName(ends[0] ?? '', ends[1] ?? '')} />
              <Page text={text} />
            </>
          );
        }}
      </Loaded>
    </Dialog>
  );
}

function Actions({ text, fileName }: { readonly text: Text; readonly fileName: string }) {
  const words = useWords();
  const [message, setMessage] = useState('');
  return (
    <p className="dossier-actions">
      <button
        type="button"
        className="button primary"
        onClick={() => save(new Blob([toMarkdown(text)], { type: 'text/markdown;charset=utf-8' }), `${fileName}.md`)}
      >
        <Glyph name="export" />
        {words.dossier.save}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => {
          navigator.clipboard.writeText(toPlainText(text)).then(
            () => setMessage(words.dossier.copied),
            (error: unknown) => setMessage(words.export.failed(error instanceof Error ? error.message : String(error))),
          );
        }}
      >
        <Glyph name="copy" />
        {words.dossier.copy}
      </button>
      <span role="status">{message}</span>
    </p>
  );
}

function Page({ text }: { readonly text: Text }) {
  const words = useWords();
  return (
    <article className="dossier">
      <h3 className="dossier-title">{text.title}</h3>
      <p>{text.lead}</p>
      {text.ways.map(({ heading, hops }) => (
        <section key={heading}>
          <h4>{heading}</h4>
          <ol>
            {hops.map((hop) => (
              <li key={hop.edge}>
                <p>
                  <strong>{hop.statement}</strong> <span className="quiet">{hop.facts.join(' · ')}</span>
                </p>
                {hop.quote === null ? (
                  <p className="quiet">{words.dossier.noSentence}</p>
                ) : (
                  <blockquote>
                    <p lang="zh">{hop.quote}</p>
                    <footer>— {hop.source}</footer>
                  </blockquote>
                )}
                {hop.remarks.map((remark) => (
                  <p key={remark}>{remark}</p>
                ))}
              </li>
            ))}
          </ol>
        </section>
      ))}
      <p className="quiet">{text.footer}</p>
    </article>
  );
}

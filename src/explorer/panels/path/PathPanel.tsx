/** How two names are tied together, hop by hop, with the sentences. */
import { useState } from 'react';
import { nameOf } from '../../state/dataset.ts';
import type { Path } from '../../state/lookup.ts';
import { MOST_PATHS } from '../../state/scene.ts';
import { askPath, changePath, type PathQuestion } from '../../state/view.ts';
import { Combobox } from '../Combobox.tsx';
import { useExplorer, useScene, useWords } from '../context.ts';
import { WholePath } from '../part/WholePath.tsx';
import { Glyph } from '../parts.tsx';
import { Dossier } from './Dossier.tsx';
import { Hops } from './Hops.tsx';
import { NoPath } from './NoPath.tsx';
import { PathConditions } from './PathConditions.tsx';
import { SavePath } from './SavePath.tsx';

/** Two fields, the conditions and their answer. */
export function PathPanel({ question }: { readonly question: PathQuestion }) {
  const { store } = useExplorer();
  const words = useWords();
  const { from, to } = question;
  return (
    <div className="panel-body">
      <header className="profile">
        <h2 className="name">{words.path.title}</h2>
        <div className="path-ends">
          <Combobox
            label={words.path.from}
            labelled
            placeholder={words.search.shortPlaceholder}
            value={from}
            onChoose={(node) => store.update((view) => askPath(view, node, to))}
            onBring={(view, node) => askPath(view, node, view.path?.to ?? null)}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={words.path.swap}
            onClick={() => store.update((view) => askPath(view, to, from))}
          >
            <Glyph name="swap" />
          </button>
          <Combobox
            label={words.path.to}
            labelled
            placeholder={words.search.shortPlaceholder}
            value={to}
            onChoose={(node) => store.update((view) => askPath(view, from, node))}
            onBring={(view, node) => askPath(view, view.path?.from ?? null, node)}
          />
        </div>
        <PathConditions question={question} />
      </header>
      <WholePath question={question} />
      <Answer question={question} />
    </div>
  );
}

function Answer({ question }: { readonly question: PathQuestion }) {
  const { answer } = useScene();
  const words = useWords();
  const [dossier, setDossier] = useState(false);
  if (answer === null || answer.kind === 'incomplete') return <p className="section quiet">{words.path.choose}</p>;
  if (answer.kind === 'same') return <p className="section">{words.path.same}</p>;
  if (answer.kind !== 'found') return <NoPath answer={answer} question={question} />;
  const { paths, hops, capped } = answer;
  const index = paths[question.chosen] === undefined ? 0 : question.chosen;
  const path = paths[index];
  const shortest = paths.filter((other) => other.steps.length === hops);
  const longer = paths.slice(shortest.length);
  // The path that is being read comes first.
  const inOrder = path === undefined ? paths : [path, ...paths.filter((other) => other !== path)];
  return (
    <>
      <div className="section path-found">
        <p role="status">
          {words.path.found(shortest.length, hops)}
          {capped ? ` · ${words.path.capped(MOST_PATHS)}` : ''}
        </p>
        <button type="button" className="button" aria-haspopup="dialog" onClick={() => setDossier(true)}>
          <Glyph name="copy" />
          {words.pathOptions.dossier}
        </button>
        <SavePath paths={inOrder} />
      </div>
      {paths.length < 2 ? null : (
        <div className="path-list">
          <PathList paths={shortest} first={0} chosen={index} />
          {longer.length === 0 ? null : (
            <>
              <p className="path-group">{words.pathOptions.longer}</p>
              <PathList paths={longer} first={shortest.length} chosen={index} />
            </>
          )}
        </div>
      )}
      {path === undefined ? null : <Hops path={path} />}
      {dossier ? <Dossier paths={inOrder} onClose={() => setDossier(false)} /> : null}
    </>
  );
}

function PathList(props: { readonly paths: readonly Path[]; readonly first: number; readonly chosen: number }) {
  const { dataset, store } = useExplorer();
  const words = useWords();
  return (
    <ul className="list">
      {props.paths.map((path, i) => (
        <li key={path.nodes.join(' ')}>
          <button
            type="button"
            className="row"
            aria-pressed={props.first + i === props.chosen}
            onClick={() => store.update((view) => changePath(view, { chosen: props.first + i }))}
          >
            <span className="quiet">{words.pathOptions.hopsLabel(path.steps.length)}</span>
            <span className="row-main">
              {path.nodes.length === 2
                ? words.path.direct
                : `${words.path.via} ${path.nodes
                    .slice(1, -1)
                    .map((node) => nameOf(dataset, node))
                    .join(' → ')}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

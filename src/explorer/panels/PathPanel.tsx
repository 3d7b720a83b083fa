/** How two names are tied together, hop by hop, with the sentences. */
import { endsOf, nameOf, relationTypeOf } from '../state/dataset.ts';
import type { Path } from '../state/lookup.ts';
import { MOST_PATHS } from '../state/scene.ts';
import { foldReprints } from '../state/ties.ts';
import { askPath, changeFilters, defaultFilters, type PathQuestion, selectEdge } from '../state/view.ts';
import { Combobox } from './Combobox.tsx';
import { useExplorer, useScene, useShards, useView, useWords } from './context.ts';
import { Glyph, Loaded, NodeLink } from './parts.tsx';
import { EvidenceCard } from './TiePanel.tsx';
import { TieFacts } from './TieRow.tsx';

/** Two fields and their answer. */
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
          />
        </div>
      </header>
      <Answer question={question} />
    </div>
  );
}

function Answer({ question }: { readonly question: PathQuestion }) {
  const { dataset, store } = useExplorer();
  const { answer } = useScene();
  const words = useWords();
  if (answer === null || answer.kind === 'incomplete') return <p className="section quiet">{words.path.choose}</p>;
  if (answer.kind === 'same') return <p className="section">{words.path.same}</p>;
  if (answer.kind !== 'found') {
    return (
      <div className="section notice" role="status">
        <p>
          {answer.kind === 'filtered'
            ? words.path.noneFiltered(answer.hops)
            : answer.kind === 'weak'
              ? words.path.noneWeak
              : words.path.none}
        </p>
        {answer.kind === 'filtered' ? (
          <button
            type="button"
            className="button"
            onClick={() => store.update((view) => ({ ...view, filters: defaultFilters(dataset) }))}
          >
            {words.path.resetFilters}
          </button>
        ) : null}
        {answer.kind === 'weak' ? (
          <button
            type="button"
            className="button"
            onClick={() => store.update((view) => changeFilters(view, { hiddenRelationTypes: new Set() }))}
          >
            {words.path.showWeak}
          </button>
        ) : null}
      </div>
    );
  }
  const index = answer.paths[question.chosen] === undefined ? 0 : question.chosen;
  const path = answer.paths[index];
  return (
    <>
      <p className="section path-found" role="status">
        {words.path.found(answer.paths.length, answer.hops)}
        {answer.capped ? ` · ${words.path.capped(MOST_PATHS)}` : ''}
      </p>
      {answer.paths.length < 2 ? null : (
        <ul className="list path-list">
          {answer.paths.map((other, i) => (
            <li key={other.nodes.join(' ')}>
              <button
                type="button"
                className="row"
                aria-pressed={i === index}
                onClick={() => store.update((view) => ({ ...view, path: { ...question, chosen: i }, selection: null }))}
              >
                <span className="quiet">{words.path.which(i + 1)}</span>
                <span className="row-main">
                  {other.nodes.length === 2
                    ? words.path.direct
                    : `${words.path.via} ${other.nodes
                        .slice(1, -1)
                        .map((node) => nameOf(dataset, node))
                        .join(' → ')}`}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {path === undefined ? null : <Hops path={path} />}
    </>
  );
}

function Hops({ path }: { readonly path: Path }) {
  const words = useWords();
  return (
    <ol className="hops">
      {path.steps.map((edges, i) => (
        <li key={edges[0]} className="hop">
          {i === 0 ? (
            <p className="hop-node">
              <NodeLink node={path.nodes[0] ?? 0} />
            </p>
          ) : null}
          <span className="visually-hidden">{words.path.hop(i + 1)}</span>
          <Hop edges={edges} from={path.nodes[i] ?? 0} />
          <p className="hop-node">
            <NodeLink node={path.nodes[i + 1] ?? 0} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function Hop({ edges, from }: { readonly edges: readonly number[]; readonly from: number }) {
  const { dataset, store } = useExplorer();
  const { language } = useView();
  const shards = useShards();
  const words = useWords();
  const [edge] = edges;
  if (edge === undefined) return null;
  const type = relationTypeOf(dataset, edge);
  const backwards = !type.symmetric && endsOf(dataset, edge).source !== from;
  return (
    <div className="hop-tie">
      <button type="button" className="row" onClick={() => store.update((view) => selectEdge(view, edge))}>
        <span className="row-main">
          <span className="arrow" aria-hidden="true">
            {type.symmetric ? '↕' : backwards ? '↑' : '↓'}
          </span>
          <span className="verb">{type[language]}</span>
        </span>
        <TieFacts edge={edge} />
      </button>
      <Loaded from={shards.evidence(edge)}>
        {(items) => {
          const best = [...foldReprints(dataset, items)].sort((a, b) => b.item.confidence - a.item.confidence)[0];
          return best === undefined ? null : <EvidenceCard edge={edge} source={best} />;
        }}
      </Loaded>
      {edges.length < 2 ? null : (
        <p className="quiet">
          {words.path.otherTies(edges.length - 1)}:{' '}
          {edges.slice(1).map((other) => (
            <button
              key={other}
              type="button"
              className="quiet-button"
              onClick={() => store.update((view) => selectEdge(view, other))}
            >
              {relationTypeOf(dataset, other)[language]}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

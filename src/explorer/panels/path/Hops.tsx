/** The steps of one path with the sentences that state them. */
import { endsOf, relationTypeOf } from '../../state/dataset.ts';
import type { Path } from '../../state/lookup.ts';
import { foldReprints } from '../../state/ties.ts';
import { selectEdge } from '../../state/view.ts';
import { useExplorer, useShards, useView, useWords } from '../context.ts';
import { Loaded, NodeLink } from '../parts.tsx';
import { EvidenceCard } from '../TiePanel.tsx';
import { TieFacts } from '../TieRow.tsx';

/** A path, name by name and tie by tie. */
export function Hops({ path }: { readonly path: Path }) {
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

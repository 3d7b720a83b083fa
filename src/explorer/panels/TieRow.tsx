/** A tie as one line: whom it ties to, when, how much, how sure. */
import { endsOf, entityTypeOf, nameOf, otherEnd, relationTypeOf } from '../state/dataset.ts';
import { formatAmount, formatPeriod, formatShare } from '../state/format.ts';
import { selectEdge } from '../state/view.ts';
import { useExplorer, useView, useWords } from './context.ts';
import { StatusMark, TypeIcon } from './parts.tsx';

/** What a tie carries beside its ends, as short pieces. */
export function TieFacts({ edge }: { readonly edge: number }) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const { edges } = dataset.network;
  const amount = edges.amount[edge] ?? null;
  const share = edges.share[edge] ?? null;
  const title = edges.title[edge] ?? null;
  const period = formatPeriod(edges.firstDate[edge] ?? null, edges.lastDate[edge] ?? null, language);
  return (
    <span className="facts">
      {title === null ? null : (
        <span className="fact">
          {edges.former[edge] === true ? `${words.tie.former} ` : ''}
          {title}
        </span>
      )}
      {amount === null ? null : (
        <span className="fact figure">{formatAmount(amount, edges.currency[edge] ?? '', language)}</span>
      )}
      {share === null ? null : <span className="fact figure">{formatShare(share, undefined, language)}</span>}
      <StatusMark status={edges.status[edge]} />
      {period === '' ? null : <span className="fact quiet">{period}</span>}
      {(edges.documents[edge] ?? 1) > 1 ? (
        <span className="fact quiet">{words.search.documents(edges.documents[edge] ?? 1)}</span>
      ) : null}
    </span>
  );
}

/** A tie of `node`, named by its other end; the whole line opens the tie. */
export function TieRow({ edge, node }: { readonly edge: number; readonly node: number }) {
  const { dataset, store } = useExplorer();
  const other = otherEnd(dataset, edge, node);
  const type = relationTypeOf(dataset, edge);
  const inward = !type.symmetric && endsOf(dataset, edge).target === node;
  return (
    <li>
      <button type="button" className="row" onClick={() => store.update((view) => selectEdge(view, edge))}>
        <span className="row-main">
          {type.symmetric ? null : (
            <span className="arrow" aria-hidden="true">
              {inward ? '←' : '→'}
            </span>
          )}
          <TypeIcon type={entityTypeOf(dataset, other)} />
          <span className="row-name">{nameOf(dataset, other)}</span>
        </span>
        <TieFacts edge={edge} />
      </button>
    </li>
  );
}

/** A tie with both ends: `A —会见— B`. */
export function TieLine({ edge }: { readonly edge: number }) {
  const { dataset, store } = useExplorer();
  const { language } = useView();
  const { source, target } = endsOf(dataset, edge);
  const type = relationTypeOf(dataset, edge);
  return (
    <button type="button" className="row" onClick={() => store.update((view) => selectEdge(view, edge))}>
      <span className="row-main">
        <span className="row-name">{nameOf(dataset, source)}</span>
        <span className="verb">{type[language]}</span>
        {type.symmetric ? null : <span aria-hidden="true">→</span>}
        <span className="row-name">{nameOf(dataset, target)}</span>
      </span>
      <TieFacts edge={edge} />
    </button>
  );
}

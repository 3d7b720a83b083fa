/** What stands in the panel while nothing is selected. */
import { useMemo } from 'react';
import { endsOf, nameOf } from '../state/dataset.ts';
import { formatAmount } from '../state/format.ts';
import { createOverview, type Deal, type Suggestion } from '../state/overview.ts';
import { askPath, selectEdge, selectNode } from '../state/view.ts';
import { useExplorer, useScene, useView, useWords } from './context.ts';
import { PartNote } from './part/PartNote.tsx';
import { Glyph, NodeLink, Section, StatusMark } from './parts.tsx';
import { TieLine } from './TieRow.tsx';

/** Things to try, the most connected, the latest meetings, the largest amounts. */
export function Overview() {
  const { dataset, store } = useExplorer();
  const { filtered } = useScene();
  const words = useWords();
  const overview = useMemo(() => createOverview(dataset, filtered), [dataset, filtered]);
  const most = overview.people[0]?.ties ?? 1;
  return (
    <div className="panel-body">
      <h2 className="visually-hidden">{words.overview.title}</h2>
      <PartNote />
      <Section title={words.overview.start} className="start">
        <p className="quiet">{words.overview.howTo}</p>
        <ul className="list suggestions">
          {overview.suggestions.map((suggestion) => (
            <li key={JSON.stringify(suggestion)}>
              <SuggestionButton suggestion={suggestion} />
            </li>
          ))}
          <li>
            <button
              type="button"
              className="suggestion"
              onClick={() => store.update((view) => askPath(view, null, null))}
            >
              <Glyph name="path" />
              {words.overview.askPath}
            </button>
          </li>
        </ul>
      </Section>
      {overview.people.length === 0 ? null : (
        <Section title={words.overview.people}>
          <ul className="list ranking">
            {overview.people.map(({ node, ties }) => (
              <li key={node}>
                <NodeLink node={node} />
                <meter className="bar" min={0} max={most} value={ties} aria-hidden="true" />
                <span className="count">{words.search.ties(ties)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {overview.meetings.length === 0 ? null : (
        <Section title={words.overview.meetings}>
          <ul className="list">
            {overview.meetings.map((edge) => (
              <li key={edge}>
                <TieLine edge={edge} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {overview.deals.length === 0 ? null : (
        <Section title={words.overview.deals}>
          <p className="quiet">{words.overview.dealsNote}</p>
          <ul className="list">
            {overview.deals.flatMap(({ deals }) =>
              deals.map((deal) => (
                <li key={deal.edges[0]}>
                  <DealRow deal={deal} />
                </li>
              )),
            )}
          </ul>
        </Section>
      )}
      {overview.organisations.length === 0 ? null : (
        <Section title={words.overview.organisations}>
          <ul className="list ranking">
            {overview.organisations.map(({ node, ties }) => (
              <li key={node}>
                <NodeLink node={node} />
                <span className="count">{words.search.ties(ties)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

function SuggestionButton({ suggestion }: { readonly suggestion: Suggestion }) {
  const { dataset, store } = useExplorer();
  const words = useWords();
  if (suggestion.kind === 'path') {
    const { from, to } = suggestion;
    return (
      <button type="button" className="suggestion" onClick={() => store.update((view) => askPath(view, from, to))}>
        <Glyph name="path" />
        {words.overview.path(nameOf(dataset, from), nameOf(dataset, to))}
      </button>
    );
  }
  const { node, kind } = suggestion;
  return (
    <button type="button" className="suggestion" onClick={() => store.update((view) => selectNode(view, node))}>
      <Glyph name="target" />
      {words.overview[kind](nameOf(dataset, node))}
    </button>
  );
}

function DealRow({ deal }: { readonly deal: Deal }) {
  const { dataset, store } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const [edge] = deal.edges;
  if (edge === undefined) return null;
  const { source, target } = endsOf(dataset, edge);
  const name = nameOf(dataset, source);
  return (
    <button type="button" className="row" onClick={() => store.update((view) => selectEdge(view, edge))}>
      <span className="row-main">
        <span className="row-name">
          {deal.edges.length > 1 ? words.overview.parties(name, deal.edges.length) : name}
        </span>
        <span aria-hidden="true">→</span>
        <span className="row-name">{nameOf(dataset, target)}</span>
      </span>
      <span className="facts">
        <span className="fact figure">{formatAmount(deal.amount, deal.currency, language)}</span>
        <StatusMark status={dataset.network.edges.status[edge]} />
      </span>
    </button>
  );
}

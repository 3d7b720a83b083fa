/** Money ties as a table: who, in whom, how much, when, how sure, and who says so. */
import { useMemo } from 'react';
import { STATUSES } from '../../../ontology/status.ts';
import { nameOf } from '../../state/dataset.ts';
import { outletsOf } from '../../state/deal-csv.ts';
import { formatAmount, formatPeriod, formatShare } from '../../state/format.ts';
import type { MoneyTie } from '../../state/investors.ts';
import { rivalFigures } from '../../state/ties.ts';
import { selectEdge } from '../../state/view.ts';
import { useExplorer, useShards, useView, useWords } from '../context.ts';
import { NodeLink, StatusMark } from '../parts.tsx';
import { type Column, Table } from '../Table.tsx';
import { moneyLabel } from './label.ts';

/** The table of money ties; every row opens its sentences. */
export function DealTable({ ties }: { readonly ties: readonly MoneyTie[] }) {
  const { dataset, store } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const { edges } = dataset.network;
  const byEdge = useMemo(() => new Map(ties.map((tie) => [tie.edge, tie])), [ties]);
  const end = (edge: number, side: 'source' | 'target'): number => byEdge.get(edge)?.[side] ?? 0;
  const columns: Column[] = [
    {
      key: 'investor',
      title: words.investors.investor,
      sort: (i) => nameOf(dataset, end(i, 'source')),
      cell: (i) => <NodeLink node={end(i, 'source')} />,
    },
    {
      key: 'relation',
      title: words.table.relation,
      sort: (i) => edges.type[i] ?? 0,
      cell: (i) => (
        <button type="button" className="verb-button" onClick={() => store.update((view) => selectEdge(view, i))}>
          {moneyLabel(dataset, byEdge.get(i) ?? { edge: i, reversed: false }, language, words)}
        </button>
      ),
    },
    {
      key: 'target',
      title: words.investors.target,
      sort: (i) => nameOf(dataset, end(i, 'target')),
      cell: (i) => <NodeLink node={end(i, 'target')} />,
    },
    {
      key: 'amount',
      title: words.table.amount,
      numeric: true,
      // By currency first: amounts in different currencies have no order.
      sort: (i) => `${edges.currency[i] ?? ''} ${String(edges.amount[i] ?? 0).padStart(18, '0')}`,
      cell: (i) => <Amount edge={i} />,
    },
    {
      key: 'share',
      title: words.table.share,
      numeric: true,
      sort: (i) => edges.share[i] ?? 0,
      cell: (i) => <Share edge={i} />,
    },
    {
      key: 'date',
      title: words.table.date,
      sort: (i) => edges.lastDate[i] ?? '',
      cell: (i) => formatPeriod(edges.firstDate[i] ?? null, edges.lastDate[i] ?? null, language),
    },
    {
      key: 'status',
      title: words.table.status,
      sort: (i) => Object.keys(STATUSES).indexOf(edges.status[i] ?? ''),
      cell: (i) => <StatusMark status={edges.status[i]} />,
    },
    {
      key: 'sources',
      title: words.investors.sources,
      sort: (i) => edges.documents[i] ?? 0,
      cell: (i) => <Sources edge={i} />,
    },
  ];
  return (
    <div className="deal-table">
      <Table
        caption={words.investors.caption(ties.length)}
        columns={columns}
        rows={ties.map(({ edge }) => edge)}
        first="date"
      />
    </div>
  );
}

/** The tie's amount, or where sources differ, each figure beside who gives it. */
function Amount({ edge }: { readonly edge: number }) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const { amount, currency, qualifier, joint } = dataset.network.edges;
  const value = amount[edge] ?? null;
  const rivals = useRivals(edge).filter((figure) => figure.amount !== undefined);
  if (rivals.length > 0) return <Rivals edge={edge} kind="amount" />;
  if (value === null) return null;
  return (
    <>
      <span className="figure">
        {formatAmount(value, currency[edge] ?? '', language, qualifier[edge] ?? undefined)}
      </span>
      {(joint[edge] ?? null) === null ? null : <span className="joint"> {words.investors.joint}</span>}
    </>
  );
}

function Share({ edge }: { readonly edge: number }) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const share = dataset.network.edges.share[edge] ?? null;
  const rivals = useRivals(edge).filter((figure) => figure.share !== undefined);
  if (rivals.length > 0) return <Rivals edge={edge} kind="share" />;
  return share === null ? null : <span className="figure">{formatShare(share, undefined, language)}</span>;
}

function useRivals(edge: number) {
  const evidence = useShards().evidence(edge);
  return evidence.status === 'ready' ? rivalFigures(evidence.value) : [];
}

function Rivals({ edge, kind }: { readonly edge: number; readonly kind: 'amount' | 'share' }) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const figures = useRivals(edge).filter((figure) => figure[kind] !== undefined);
  return (
    <ul className="rivals" title={words.tie.rivalNote} aria-label={words.investors.rival}>
      {figures.map((figure) => {
        const text =
          figure.amount === undefined
            ? formatShare(figure.share ?? 0, undefined, language)
            : formatAmount(figure.amount, figure.currency ?? '', language);
        return (
          <li key={text}>
            <span className="figure">{text}</span>{' '}
            <span className="quiet">{outletsOf(dataset, figure.sources).join(language === 'zh' ? '、' : ', ')}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Sources({ edge }: { readonly edge: number }) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const evidence = useShards().evidence(edge);
  if (evidence.status !== 'ready') return words.search.documents(dataset.network.edges.documents[edge] ?? 1);
  return outletsOf(dataset, evidence.value).join(language === 'zh' ? '、' : ', ');
}

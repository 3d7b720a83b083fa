/** The network as tables: for readers without WebGL, for screen readers, and for whoever likes tables. */
import { useMemo, useState } from 'react';
import { STATUSES } from '../../ontology/status.ts';
import { visibleDegrees } from '../state/counts.ts';
import { endsOf, entityTypeOf, nameOf, relationTypeOf } from '../state/dataset.ts';
import { formatAmount, formatConfidence, formatDate, formatPeriod, formatShare } from '../state/format.ts';
import { selectEdge } from '../state/view.ts';
import { useExplorer, useScene, useView, useWords } from './context.ts';
import { NodeLink } from './parts.tsx';
import { type Column, Table } from './Table.tsx';

/** Names or ties that are shown, sortable by every column. */
export function Tables() {
  const words = useWords();
  const [tab, setTab] = useState<'nodes' | 'ties'>('nodes');
  return (
    <div className="tables">
      <fieldset className="segmented">
        <legend className="visually-hidden">{words.stage.table}</legend>
        <button type="button" aria-pressed={tab === 'nodes'} onClick={() => setTab('nodes')}>
          {words.table.nodes}
        </button>
        <button type="button" aria-pressed={tab === 'ties'} onClick={() => setTab('ties')}>
          {words.table.ties}
        </button>
      </fieldset>
      {tab === 'nodes' ? <NodeTable /> : <TieTable />}
    </div>
  );
}

function NodeTable() {
  const { dataset } = useExplorer();
  const { shown } = useScene();
  const { language } = useView();
  const words = useWords();
  const { nodes } = dataset.network;
  const degrees = useMemo(() => visibleDegrees(dataset, shown.visibleEdges), [dataset, shown]);
  const rows = useMemo(() => indexesOf(shown.visibleNodes), [shown]);
  const columns: Column[] = [
    { key: 'name', title: words.table.name, sort: (i) => nodes.pinyin[i] ?? '', cell: (i) => <NodeLink node={i} /> },
    {
      key: 'type',
      title: words.table.type,
      sort: (i) => nodes.type[i] ?? 0,
      cell: (i) => entityTypeOf(dataset, i)[language],
    },
    {
      key: 'ties',
      title: words.table.ties_,
      numeric: true,
      sort: (i) => degrees[i] ?? 0,
      cell: (i) => degrees[i] ?? 0,
    },
    {
      key: 'documents',
      title: words.table.documents,
      numeric: true,
      sort: (i) => nodes.documents[i] ?? 0,
      cell: (i) => nodes.documents[i] ?? 0,
    },
    {
      key: 'first',
      title: words.table.firstSeen,
      sort: (i) => nodes.firstSeen[i] ?? '',
      cell: (i) => formatDate(nodes.firstSeen[i] ?? '', language),
    },
    {
      key: 'last',
      title: words.table.lastSeen,
      sort: (i) => nodes.lastSeen[i] ?? '',
      cell: (i) => formatDate(nodes.lastSeen[i] ?? '', language),
    },
  ];
  return <Table caption={words.table.caption(rows.length)} columns={columns} rows={rows} first="ties" />;
}

function TieTable() {
  const { dataset, store } = useExplorer();
  const { shown } = useScene();
  const { language } = useView();
  const words = useWords();
  const { edges } = dataset.network;
  const rows = useMemo(() => indexesOf(shown.visibleEdges), [shown]);
  const columns: Column[] = [
    {
      key: 'source',
      title: words.table.source,
      sort: (i) => nameOf(dataset, endsOf(dataset, i).source),
      cell: (i) => <NodeLink node={endsOf(dataset, i).source} />,
    },
    {
      key: 'relation',
      title: words.table.relation,
      sort: (i) => edges.type[i] ?? 0,
      cell: (i) => (
        <button type="button" className="verb-button" onClick={() => store.update((view) => selectEdge(view, i))}>
          {relationTypeOf(dataset, i)[language]}
          {relationTypeOf(dataset, i).symmetric ? '' : ' →'}
        </button>
      ),
    },
    {
      key: 'target',
      title: words.table.target,
      sort: (i) => nameOf(dataset, endsOf(dataset, i).target),
      cell: (i) => <NodeLink node={endsOf(dataset, i).target} />,
    },
    {
      key: 'date',
      title: words.table.date,
      sort: (i) => edges.lastDate[i] ?? '',
      cell: (i) => formatPeriod(edges.firstDate[i] ?? null, edges.lastDate[i] ?? null, language),
    },
    {
      key: 'amount',
      title: words.table.amount,
      numeric: true,
      // By currency first: amounts in different currencies have no order.
      sort: (i) => `${edges.currency[i] ?? ''} ${String(edges.amount[i] ?? 0).padStart(18, '0')}`,
      cell: (i) => {
        const amount = edges.amount[i] ?? null;
        return amount === null ? '' : formatAmount(amount, edges.currency[i] ?? '', language);
      },
    },
    {
      key: 'share',
      title: words.table.share,
      numeric: true,
      sort: (i) => edges.share[i] ?? 0,
      cell: (i) => {
        const share = edges.share[i] ?? null;
        return share === null ? '' : formatShare(share, undefined, language);
      },
    },
    {
      key: 'status',
      title: words.table.status,
      sort: (i) => edges.status[i] ?? '',
      cell: (i) => {
        const status = edges.status[i] ?? null;
        return status === null ? '' : STATUSES[status][language];
      },
    },
    {
      key: 'documents',
      title: words.table.documents,
      numeric: true,
      sort: (i) => edges.documents[i] ?? 0,
      cell: (i) => edges.documents[i] ?? 0,
    },
    {
      key: 'confidence',
      title: words.table.confidence,
      numeric: true,
      sort: (i) => edges.confidence[i] ?? 0,
      cell: (i) => formatConfidence(edges.confidence[i] ?? 0),
    },
  ];
  return <Table caption={words.table.tieCaption(rows.length)} columns={columns} rows={rows} first="date" />;
}

function indexesOf(visible: Uint8Array): number[] {
  const indexes: number[] = [];
  for (let i = 0; i < visible.length; i++) if (visible[i] === 1) indexes.push(i);
  return indexes;
}

/** One question with what the reader needs to answer it. */
import { MERGE_RULES } from '../../../network/network.ts';
import { joinedName, type ReviewItem } from '../../state/curation/review.ts';
import { documentOf, endsOf, nameOf, relationTypeOf } from '../../state/dataset.ts';
import { formatDate } from '../../state/format.ts';
import { foldReprints } from '../../state/ties.ts';
import { openReading } from '../../state/view.ts';
import { useExplorer, useShards, useView, useWords } from '../context.ts';
import { ConfidenceMark, Loaded, NodeLink } from '../parts.tsx';
import { EvidenceCard } from '../TiePanel.tsx';
import { useBasis } from './basis.ts';

/** Asks, and shows the grounds. */
export function Question({ item }: { readonly item: ReviewItem }) {
  return item.kind === 'tie' ? (
    <TieQuestion edge={item.edge} />
  ) : item.kind === 'pair' ? (
    <PairQuestion item={item} />
  ) : (
    <MergeQuestion item={item} />
  );
}

function MergeQuestion({ item }: { readonly item: ReviewItem & { readonly kind: 'merge' } }) {
  const { base } = useExplorer();
  const { language } = useView();
  const words = useWords().curation;
  const basis = useBasis();
  const { merge, node } = item;
  const rules: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = MERGE_RULES;
  const now = basis.nodeOf(node);
  const { witness, document, seen } = merge;
  const documents = [...new Set([seen?.[0], document, witness].filter((id) => id !== undefined))];
  return (
    <>
      <h3 className="ask">{words.askMerge(joinedName(base, node, merge), nameOf(base, node))}</h3>
      {now === undefined ? null : <NodeLink node={now} />}
      <p className="quiet">
        {words.grounds}: {rules[merge.rule]?.[language] ?? merge.rule}
        {merge.detail === undefined ? '' : ` (${merge.detail})`} · <ConfidenceMark confidence={merge.confidence} />
      </p>
      <Documents ids={documents} nodes={[node]} seen={seen} />
    </>
  );
}

function PairQuestion({ item }: { readonly item: ReviewItem & { readonly kind: 'pair' } }) {
  const { base } = useExplorer();
  const words = useWords().curation;
  const basis = useBasis();
  const both = [item.one, item.other].map((node) => basis.nodeOf(node));
  return (
    <>
      <h3 className="ask">{words.askPair(nameOf(base, item.one))}</h3>
      {both.map((node) => (node === undefined ? null : <NodeLink key={node} node={node} />))}
      <p className="quiet">{item.pair.reason}</p>
      <Documents ids={item.pair.witnesses} nodes={[item.one, item.other]} />
    </>
  );
}

/** Articles that mention the names, each at the first mention. */
function Documents(props: {
  readonly ids: readonly string[];
  readonly nodes: readonly number[];
  /** A mention to show in place of the first one of its article. */
  readonly seen?: readonly [string, number, number] | undefined;
}) {
  const { ids, nodes, seen } = props;
  const { base, store } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const shards = useShards();
  const basis = useBasis();
  return (
    <ul className="list seen-in" aria-label={words.curation.seenIn}>
      {ids.map((id) => {
        const document = base.documentByKey.get(id);
        const own = new Set(nodes.map((node) => basis.nodeOf(node)));
        if (document === undefined) {
          // Where the network is loaded in parts, articles come with the names in them.
          for (const node of own) if (node !== undefined) shards.detail(node);
          return null;
        }
        const summary = documentOf(base, document);
        const text = shards.text(document);
        const first = text.status === 'ready' ? text.value.mentions.find(([, , node]) => own.has(node)) : undefined;
        const mention = seen?.[0] === id ? ([seen[1], seen[2]] as const) : first;
        return (
          <li key={id}>
            <button
              type="button"
              className="row"
              onClick={() =>
                store.update((now) =>
                  openReading(now, { document, start: mention?.[0] ?? 0, end: mention?.[1] ?? 0, edge: null }),
                )
              }
            >
              <span className="row-name">{summary.title ?? summary.id}</span>
              <span className="facts quiet">
                {summary.date === null ? words.node.unknownDate : formatDate(summary.date, language)}
              </span>
            </button>
            {text.status === 'ready' && mention !== undefined ? (
              <p className="context">{around(text.value.text, mention[0], mention[1])}</p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

const AROUND = 36;

function around(text: string, start: number, end: number) {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  return (
    <>
      {from > 0 ? '…' : ''}
      {text.slice(from, start)}
      <b>{text.slice(start, end)}</b>
      {text.slice(end, to)}
      {to < text.length ? '…' : ''}
    </>
  );
}

function TieQuestion({ edge }: { readonly edge: number }) {
  const { base, dataset } = useExplorer();
  const { language } = useView();
  const words = useWords().curation;
  const shards = useShards();
  const basis = useBasis();
  const now = basis.edgeOf(edge);
  const { source, target } = endsOf(base, edge);
  const type = relationTypeOf(base, edge);
  return (
    <>
      <h3 className="ask">{words.askTie}</h3>
      <p className="headline">
        {nameOf(base, source)}
        <span className="headline-verb">
          {type[language]} <span aria-hidden="true">{type.symmetric ? '—' : '→'}</span>
        </span>
        {nameOf(base, target)}
      </p>
      {now === undefined ? null : (
        <Loaded from={shards.evidence(now)}>
          {(items) => (
            <ol className="evidence">
              {foldReprints(dataset, items).map((source) => (
                <li key={`${source.item.document} ${source.item.start} ${source.item.rule}`}>
                  <EvidenceCard edge={now} source={source} />
                </li>
              ))}
            </ol>
          )}
        </Loaded>
      )}
    </>
  );
}

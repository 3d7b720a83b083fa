/** A tie: its headline, what it carries, and every sentence behind it. */
import type { EvidenceItem } from '../../outputs/explorer-data.ts';
import { documentOf, endsOf, nameOf, relationTypeOf } from '../state/dataset.ts';
import { formatAmount, formatDate, formatPeriod, formatShare } from '../state/format.ts';
import { markSentence } from '../state/sentence.ts';
import { amountsOf, foldReprints, independentDocuments, rivalFigures, type Source } from '../state/ties.ts';
import { openReading } from '../state/view.ts';
import { useExplorer, useShards, useView, useWords } from './context.ts';
import { Note, TieCuration } from './curation/TieCuration.tsx';
import { Unlisted } from './part/Unlisted.tsx';
import { ConfidenceMark, Loaded, NodeLink, Section, StatusMark } from './parts.tsx';

/** Everything that the network knows of one tie. */
export function TiePanel({ edge }: { readonly edge: number }) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const shards = useShards();
  const words = useWords();
  const { source, target } = endsOf(dataset, edge);
  const type = relationTypeOf(dataset, edge);
  return (
    <div className="panel-body">
      <header className="profile">
        <p className="kicker">{words.table.ties}</p>
        <h2 className="headline">
          <NodeLink node={source} />
          <span className="headline-verb">
            <span aria-hidden="true">—</span>
            {type[language]}
            <span aria-hidden="true">{type.symmetric ? '—' : '→'}</span>
          </span>
          <StatusMark status={dataset.network.edges.status[edge]} />
          <NodeLink node={target} />
        </h2>
        {type.weak ? <p className="quiet">{words.tie.weakNote}</p> : null}
        <Note note={dataset.network.edges.note[edge]} />
      </header>
      <Attributes edge={edge} />
      <Loaded from={shards.evidence(edge)}>
        {(items) => (
          <>
            <RivalFigures items={items} />
            <EvidenceList edge={edge} items={items} />
            <Unlisted listed={independentDocuments(dataset, items)} all={dataset.network.edges.documents[edge] ?? 0} />
            {type.weak ? null : <TieCuration edge={edge} items={items} />}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Attributes({ edge }: { readonly edge: number }) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const shards = useShards();
  const words = useWords();
  const { edges } = dataset.network;
  const evidence = shards.evidence(edge);
  const items = evidence.status === 'ready' ? evidence.value : [];
  const attribute = (name: 'place' | 'round' | 'joint'): string | undefined =>
    items.find((item) => item.attributes[name] !== undefined)?.attributes[name];
  const amount = edges.amount[edge] ?? null;
  const share = edges.share[edge] ?? null;
  const title = edges.title[edge] ?? null;
  const status = edges.status[edge] ?? null;
  const period = formatPeriod(edges.firstDate[edge] ?? null, edges.lastDate[edge] ?? null, language);
  const qualifier = items.find((item) => item.attributes.amount === amount)?.attributes.qualifier;
  const rows: [string, React.ReactNode][] = [];
  if (title !== null)
    rows.push([words.tie.title, edges.former[edge] === true ? `${words.tie.former} ${title}` : title]);
  if (amount !== null) {
    const joint = attribute('joint') === undefined ? '' : ` (${words.tie.joint})`;
    const rivals = rivalFigures(items).filter((figure) => figure.amount !== undefined).length;
    const all = amountsOf(items).length;
    rows.push([
      words.tie.amount,
      <span key="amount">
        {formatAmount(amount, edges.currency[edge] ?? '', language, qualifier)}
        {joint}
        {all < 2 ? null : (
          <span className="figure-note">
            {' '}
            {rivals > 1 ? words.tie.oneOfFigures(rivals) : words.tie.oneOfDeals(all)}
          </span>
        )}
      </span>,
    ]);
  }
  if (share !== null) rows.push([words.tie.share, formatShare(share, undefined, language)]);
  const round = attribute('round');
  if (round !== undefined) rows.push([words.tie.round, round]);
  if (period !== '') rows.push([words.tie.date, period]);
  const place = attribute('place');
  if (place !== undefined) rows.push([words.tie.place, place]);
  if (status !== null) rows.push([words.tie.status, <StatusMark key="status" status={status} />]);
  rows.push([
    words.tie.confidence,
    <span key="confidence">
      <ConfidenceMark confidence={edges.confidence[edge] ?? 0} />
      {' · '}
      {words.tie.sources(edges.documents[edge] ?? 0)}
      {edges.reviewed[edge] === 'confirmed' ? (
        <span className="status status-checked">{words.curation.checked}</span>
      ) : null}
    </span>,
  ]);
  return (
    <Section title={words.tie.attributes}>
      <dl className="attributes">
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function RivalFigures({ items }: { readonly items: readonly EvidenceItem[] }) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const figures = rivalFigures(items);
  if (figures.length === 0) return null;
  return (
    <Section title={words.tie.rival} className="rival">
      <p className="quiet">{words.tie.rivalNote}</p>
      <ul className="figures">
        {figures.map((figure) => {
          const text =
            figure.amount === undefined
              ? formatShare(figure.share ?? 0, undefined, language)
              : formatAmount(figure.amount, figure.currency ?? '', language);
          const outlets = new Set(
            figure.sources.map(({ document }) => {
              const { publisher, title, id } = documentOf(dataset, document);
              return publisher ?? title ?? id;
            }),
          );
          return (
            <li key={text}>
              <span className="big-figure">{text}</span>
              <span className="quiet">{[...outlets].join(language === 'zh' ? '、' : ', ')}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** The sentences behind a tie, reprints folded away. */
export function EvidenceList(props: {
  readonly edge: number;
  readonly items: readonly EvidenceItem[];
  readonly most?: number;
}) {
  const { dataset } = useExplorer();
  const words = useWords();
  const sources = foldReprints(dataset, props.items);
  const reprints = sources.reduce((sum, { reprints: more }) => sum + more.length, 0);
  if (sources.length === 0) return <p className="quiet section">{words.tie.noEvidence}</p>;
  return (
    <Section
      title={words.tie.sentences}
      note={`${words.tie.sentencesNote(sources.length, reprints)} · ${words.tie.sources(independentDocuments(dataset, props.items))}`}
    >
      <ol className="evidence">
        {sources.map((source) => (
          <li key={`${source.item.document} ${source.item.start} ${source.item.rule}`}>
            <EvidenceCard edge={props.edge} source={source} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** One sentence, its names and the words that state the tie marked; a click opens the article at it. */
export function EvidenceCard({ edge, source }: { readonly edge: number; readonly source: Source }) {
  const { dataset, store } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const { item, reprints } = source;
  const summary = documentOf(dataset, item.document);
  const ends = endsOf(dataset, edge);
  const names = [ends.source, ends.target].flatMap((node) =>
    [nameOf(dataset, node), ...(dataset.network.nodes.aliases[node] ?? [])].map((text) => ({ text, node })),
  );
  // A post is stated by its title; a verb in the same sentence may speak of another one.
  const { title } = item.attributes;
  const triggers = title === undefined ? relationTypeOf(dataset, edge).triggers : [title];
  const pieces = markSentence(item.sentence, { names, triggers });
  const { amount, currency, share, qualifier, date, status } = item.attributes;
  return (
    <article className="evidence-card">
      <button
        type="button"
        className="sentence"
        title={words.tie.openArticle}
        onClick={() =>
          store.update((view) => openReading(view, { document: item.document, start: item.start, end: item.end, edge }))
        }
      >
        {pieces.map((piece, i) =>
          piece.node !== undefined ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence never change their order.
            <b key={i}>{piece.text}</b>
          ) : piece.trigger ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <mark key={i}>{piece.text}</mark>
          ) : (
            piece.text
          ),
        )}
      </button>
      <p className="source-line">
        <cite>{summary.publisher ?? summary.title ?? summary.id}</cite>
        <span>{summary.date === null ? words.node.unknownDate : formatDate(summary.date, language)}</span>
        {date === undefined || date === summary.date ? null : (
          <span>
            {words.tie.date} {formatDate(date, language)}
          </span>
        )}
        {amount === undefined ? null : (
          <span className="figure">{formatAmount(amount, currency ?? '', language, qualifier)}</span>
        )}
        {share === undefined ? null : (
          <span className="figure">{formatShare(share, amount === undefined ? qualifier : undefined, language)}</span>
        )}
        <StatusMark status={status} />
        <ConfidenceMark confidence={item.confidence} />
        <span className="quiet">{words.tie.rule(item.rule)}</span>
      </p>
      {reprints.length === 0 ? null : (
        <p className="source-line">
          {words.tie.reprintedIn}{' '}
          {reprints
            .map((document) => documentOf(dataset, document).publisher ?? documentOf(dataset, document).id)
            .join(', ')}
        </p>
      )}
    </article>
  );
}

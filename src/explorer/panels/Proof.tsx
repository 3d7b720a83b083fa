/** What an article proves: the tie that its marked sentence states, and every other tie that it states. */
import type { DocumentText } from '../../outputs/explorer-data.ts';
import { type Dataset, documentOf, endsOf, nameOf, originalOf, relationTypeOf } from '../state/dataset.ts';
import { tellTie } from '../state/language/phrases.ts';
import { independentDocuments } from '../state/ties.ts';
import { type Language, type Reading, selectEdge } from '../state/view.ts';
import { useExplorer, useShards, useView, useWords } from './context.ts';
import { ConfidenceMark, LongList, Section, StatusMark } from './parts.tsx';

function statementOf(dataset: Dataset, edge: number, language: Language): string {
  const { source, target } = endsOf(dataset, edge);
  return tellTie(relationTypeOf(dataset, edge), language, {
    source: nameOf(dataset, source),
    target: nameOf(dataset, target),
    title: dataset.network.edges.title[edge] ?? '',
    former: dataset.network.edges.former[edge] === true,
  });
}

/** Which tie the marked sentence states, by what rule, how surely, and who else says so. */
export function Proof({ reading }: { readonly reading: Reading }) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const shards = useShards();
  const words = useWords();
  const { edge, document, start } = reading;
  if (edge === null) return null;
  const evidence = shards.evidence(edge);
  if (evidence.status !== 'ready') return null;
  const item = evidence.value.find((one) => one.document === document && one.start === start);
  const repeated = new Set(
    evidence.value
      .filter((one) => one.document !== document && originalOf(dataset, one.document) === originalOf(dataset, document))
      .map((one) => documentOf(dataset, one.document).publisher ?? documentOf(dataset, one.document).id),
  );
  return (
    <aside className="proof" aria-label={words.reading.why}>
      <p className="kicker">{words.reading.why}</p>
      <p className="proof-statement">
        {statementOf(dataset, edge, language)} <StatusMark status={item?.attributes.status} />
      </p>
      <p className="source-line">
        {item === undefined ? null : (
          <>
            <ConfidenceMark confidence={item.confidence} />
            <span>
              {words.reading.rule} <code>{item.rule}</code>
            </span>
          </>
        )}
        <span>{words.tie.sources(independentDocuments(dataset, evidence.value))}</span>
        {repeated.size === 0 ? null : (
          <span>
            {words.tie.reprintedIn} {[...repeated].join(language === 'zh' ? '、' : ', ')}
          </span>
        )}
      </p>
    </aside>
  );
}

/** Every other tie that the article states; choosing one marks its sentence. */
export function Statements({ article, reading }: { readonly article: DocumentText; readonly reading: Reading }) {
  const { dataset, store } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const others = new Map(
    article.statements.flatMap(([start, end, edge]) => (edge === reading.edge ? [] : [[edge, { start, end, edge }]])),
  );
  if (others.size === 0) return null;
  return (
    <Section title={words.reading.otherTies} note={others.size}>
      <LongList
        items={[...others.values()]}
        first={6}
        item={({ start, end, edge }) => (
          <li key={edge}>
            <button
              type="button"
              className="row"
              onClick={() =>
                store.update((view) => ({
                  ...selectEdge(view, edge),
                  reading: { document: reading.document, start, end, edge },
                }))
              }
            >
              <span className="row-name">{statementOf(dataset, edge, language)}</span>
              <StatusMark status={dataset.network.edges.status[edge]} />
            </button>
          </li>
        )}
      />
    </Section>
  );
}

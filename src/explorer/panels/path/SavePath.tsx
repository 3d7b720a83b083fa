/** Saves the ways between two names as a drawing. */
import { STATUSES } from '../../../ontology/status.ts';
import { type Dataset, endsOf, entityTypeOf, nameOf, relationTypeOf } from '../../state/dataset.ts';
import { formatAmount, formatPeriod, formatShare } from '../../state/format.ts';
import type { Dictionary } from '../../state/language/language.ts';
import type { Path } from '../../state/lookup.ts';
import type { Language } from '../../state/view.ts';
import { useExplorer, useView, useWords } from '../context.ts';
import { Glyph } from '../parts.tsx';
import { drawPath, type PathStep } from '../pictures/path.ts';
import { inkOfPage, sourceLine } from '../pictures/svg.ts';
import { save } from '../save.ts';

/** Ways that are drawn at most. */
const MOST_WAYS = 10;

/** A button that saves what is listed. */
export function SavePath({ paths }: { readonly paths: readonly Path[] }) {
  const { dataset } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const [from = '', to = ''] = [paths[0]?.nodes[0], paths[0]?.nodes.at(-1)].map((node) => nameOf(dataset, node ?? -1));
  return (
    <button
      type="button"
      className="button"
      onClick={() => {
        const left = paths.length - MOST_WAYS;
        const svg = drawPath(
          {
            title: `${from} — ${to}`,
            notes: [
              ...(left > 0 ? [words.pathOptions.notDrawn(left)] : []),
              sourceLine(dataset.network.title, words.product),
            ],
            ways: paths.slice(0, MOST_WAYS).map(({ nodes, steps }) => ({
              names: nodes.map((node) => ({ name: nameOf(dataset, node), color: entityTypeOf(dataset, node).color })),
              steps: steps.map(([edge = -1], i) => stepOf(dataset, edge, nodes[i] ?? -1, language, words)),
            })),
          },
          inkOfPage(),
        );
        save(new Blob([svg], { type: 'image/svg+xml;charset=utf-8' }), `${words.dossier.fileName(from, to)}.svg`);
      }}
    >
      <Glyph name="export" />
      {words.pathOptions.svg}
    </button>
  );
}

function stepOf(dataset: Dataset, edge: number, from: number, language: Language, words: Dictionary): PathStep {
  const { edges } = dataset.network;
  const type = relationTypeOf(dataset, edge);
  const status = edges.status[edge] ?? null;
  const [amount, share] = [edges.amount[edge] ?? null, edges.share[edge] ?? null];
  const figures = [
    amount === null
      ? ''
      : formatAmount(amount, edges.currency[edge] ?? '', language, edges.qualifier[edge] ?? undefined),
    share === null ? '' : formatShare(share, undefined, language),
  ];
  return {
    verb: [type[language], edges.title[edge], status === null ? '' : STATUSES[status][language]]
      .filter(Boolean)
      .join(' · '),
    facts: [
      figures.filter(Boolean).join(' '),
      formatPeriod(edges.firstDate[edge] ?? null, edges.lastDate[edge] ?? null, language),
      words.tie.sources(edges.documents[edge] ?? 0),
    ].filter(Boolean),
    color: type.color,
    direction: type.symmetric ? 'none' : endsOf(dataset, edge).source === from ? 'forwards' : 'backwards',
    line: status === null ? 'solid' : STATUSES[status].line,
  };
}

/** The answer to a question for paths as something to read, copy and file: every hop with what proves it. */
import { STATUSES } from '../../ontology/status.ts';
import type { EvidenceItem } from '../../outputs/explorer-data.ts';
import { type Dataset, documentOf, endsOf, nameOf, relationTypeOf } from './dataset.ts';
import { formatAmount, formatDate, formatPeriod, formatShare } from './format.ts';
import { dictionaryOf } from './language/language.ts';
import { tellTie } from './language/phrases.ts';
import type { Path } from './lookup.ts';
import { dateOf, foldReprints, independentDocuments, rivalFigures } from './ties.ts';
import type { Language } from './view.ts';

/** One step of a way. */
export interface DossierHop {
  readonly edge: number;
  /** `甲会见乙`. */
  readonly statement: string;
  /** Date, amount, share, status, number of sources: what there is of them. */
  readonly facts: readonly string[];
  /** The sentence that states it best. */
  readonly quote: string | null;
  /** `《标题》，澜江晚报，2024年3月12日`. */
  readonly source: string | null;
  /** Where sources contradict one another, or other ties join the same two: further sentences. */
  readonly remarks: readonly string[];
}

/** A dossier, ready to be shown or written. */
export interface Dossier {
  readonly title: string;
  readonly lead: string;
  readonly ways: readonly { readonly heading: string; readonly hops: readonly DossierHop[] }[];
  readonly footer: string;
}

/** Writes a dossier on `paths`, which all lead from the same name to the same. `evidence` gives sentences of an edge. */
export function writeDossier(
  dataset: Dataset,
  paths: readonly Path[],
  language: Language,
  evidence: (edge: number) => readonly EvidenceItem[],
): Dossier {
  const words = dictionaryOf(language).dossier;
  const [first] = paths;
  const from = nameOf(dataset, first?.nodes[0] ?? 0);
  const to = nameOf(dataset, first?.nodes.at(-1) ?? 0);
  const shortest = first?.steps.length ?? 0;
  const equal = paths.filter((path) => path.steps.length === shortest).length;
  return {
    title: words.title(from, to),
    lead: words.lead(from, to, shortest, equal),
    ways: paths.map((path, i) => ({
      heading: words.path(i + 1, path.nodes.map((node) => nameOf(dataset, node)).join(' → ')),
      hops: path.steps.map((edges) => tellHop(dataset, edges, language, evidence)),
    })),
    footer: words.made(dataset.network.generator),
  };
}

function tellHop(
  dataset: Dataset,
  edges: readonly number[],
  language: Language,
  evidence: (edge: number) => readonly EvidenceItem[],
): DossierHop {
  const { dossier: words } = dictionaryOf(language);
  const [edge = 0, ...others] = edges;
  const columns = dataset.network.edges;
  const items = evidence(edge);
  const best = [...foldReprints(dataset, items)].sort(
    (a, b) => b.item.confidence - a.item.confidence || (dateOf(dataset, a.item) < dateOf(dataset, b.item) ? -1 : 1),
  )[0]?.item;
  const amount = columns.amount[edge] ?? null;
  const share = columns.share[edge] ?? null;
  const status = columns.status[edge] ?? null;
  const facts = [
    formatPeriod(columns.firstDate[edge] ?? null, columns.lastDate[edge] ?? null, language) || words.undated,
    amount === null
      ? ''
      : formatAmount(amount, columns.currency[edge] ?? '', language, columns.qualifier[edge] ?? undefined),
    share === null ? '' : formatShare(share, undefined, language),
    status === null ? '' : words.status(STATUSES[status][language]),
    words.sourcesCount(independentDocuments(dataset, items)),
  ].filter(Boolean);
  const comma = language === 'zh' ? '、' : ', ';
  const rivals = rivalFigures(items).map(({ amount: sum, currency, share: part, sources }) => {
    const figure =
      sum === undefined ? formatShare(part ?? 0, undefined, language) : formatAmount(sum, currency ?? '', language);
    const outlets = new Set(sources.map(({ document }) => outletOf(dataset, document)));
    return `${figure} (${[...outlets].join(comma)})`;
  });
  return {
    edge,
    statement: stateTie(dataset, edge, language),
    facts,
    quote: best?.sentence ?? null,
    source: best === undefined ? null : citeDocument(dataset, best.document, language),
    remarks: [
      ...(rivals.length > 0 ? [words.rival(rivals.join(comma))] : []),
      ...(others.length > 0
        ? [words.others(others.map((other) => stateTie(dataset, other, language)).join(comma))]
        : []),
    ],
  };
}

function stateTie(dataset: Dataset, edge: number, language: Language): string {
  const { source, target } = endsOf(dataset, edge);
  const { title, former } = dataset.network.edges;
  return tellTie(relationTypeOf(dataset, edge), language, {
    source: nameOf(dataset, source),
    target: nameOf(dataset, target),
    title: title[edge] ?? '',
    former: former[edge] === true,
  });
}

function outletOf(dataset: Dataset, document: number): string {
  const { publisher, title, id } = documentOf(dataset, document);
  return publisher ?? title ?? id;
}

function citeDocument(dataset: Dataset, document: number, language: Language): string {
  const { title, publisher, date, id } = documentOf(dataset, document);
  const parts = [
    title === null ? id : language === 'zh' ? `《${title}》` : `“${title}”`,
    publisher ?? '',
    date === null ? '' : formatDate(date, language),
  ];
  return parts.filter(Boolean).join(language === 'zh' ? '，' : ', ');
}

/** A dossier as Markdown. What stands in names and sentences is text, never markup. */
export function toMarkdown({ title, lead, ways, footer }: Dossier): string {
  const lines = [`# ${plain(title)}`, '', plain(lead), ''];
  for (const { heading, hops } of ways) {
    lines.push(`## ${plain(heading)}`, '');
    hops.forEach((hop, i) => {
      lines.push(`${i + 1}. **${plain(hop.statement)}** — ${hop.facts.map(plain).join(' · ')}`, '');
      if (hop.quote !== null) lines.push(`   > ${plain(hop.quote)}`, '   >', `   > — ${plain(hop.source ?? '')}`, '');
      for (const remark of hop.remarks) lines.push(`   ${plain(remark)}`, '');
    });
  }
  lines.push('---', '', plain(footer), '');
  return lines.join('\n');
}

/** Characters that Markdown or HTML would act on stand escaped; line breaks become blanks. */
function plain(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\`*_[\]<>#|~&]/g, '\\$&');
}

/** A dossier as plain text. */
export function toPlainText({ title, lead, ways, footer }: Dossier): string {
  const lines = [title, '', lead, ''];
  for (const { heading, hops } of ways) {
    lines.push(heading);
    hops.forEach((hop, i) => {
      lines.push(`${i + 1}. ${hop.statement} — ${hop.facts.join(' · ')}`);
      if (hop.quote !== null) lines.push(`   “${hop.quote}” — ${hop.source ?? ''}`);
      for (const remark of hop.remarks) lines.push(`   ${remark}`);
    });
    lines.push('');
  }
  lines.push(footer, '');
  return lines.join('\n');
}

/** Names and ties as a reader judges them: how they are printed, read back and counted. */
import { createRandom } from '../../src/graph/random.ts';

/** A tie with its sentence. */
export interface StatedTie {
  readonly document: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly confidence: number;
  readonly rule: string;
  readonly attributes: object;
  readonly sentence: string;
}

/** What a reader found. */
export interface Judged {
  readonly right: boolean;
  readonly confidence: number;
  readonly type: string;
}

/** Three lines: the tie after a `?` that the judgement replaces, its sentence, and where it comes from. */
export function formatTie(tie: StatedTie): string {
  const attributes = Object.entries(tie.attributes).map(([key, value]) => ` ${key}=${value}`);
  return [
    `? ${tie.confidence.toFixed(2)} ${tie.type}: ${tie.source} → ${tie.target}${attributes.join('')}`,
    `    ${tie.sentence.replace(/\s+/g, ' ')}`,
    `    (${tie.rule}, ${tie.document})`,
  ].join('\n');
}

/** A name of the network with places where it stands. */
export interface SampledName {
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly confidence: number;
  readonly mentions: number;
  /** Stretches of text around a mention, which is marked by 【】. */
  readonly contexts: readonly string[];
}

/** The name after a `?` that the judgement replaces, and a line for each context. */
export function formatName({ type, name, aliases, confidence, mentions, contexts }: SampledName): string {
  const also = aliases.length === 0 ? '' : ` (${aliases.join('/')})`;
  const head = `? ${confidence.toFixed(2)} ${type}: ${name}${also} ×${mentions}`;
  return [head, ...contexts.map((context) => `    ${context.replace(/\s+/g, ' ')}`)].join('\n');
}

/** The items in an order that depends on the seed alone. */
export function shuffle<Item>(items: readonly Item[], seed: number): Item[] {
  const random = createRandom(seed);
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

const JUDGED = /^([rw])\b.*?(\d\.\d\d) (\w+): /gm;

/** The judgements in a printed sample; what still has its `?` is left out. */
export function readJudgements(text: string): Judged[] {
  return [...text.matchAll(JUDGED)].map(([, letter, confidence, type]) => ({
    right: letter === 'r',
    confidence: Number(confidence),
    type: type ?? '',
  }));
}

/** A Markdown table of how many of each group are right, with a row for all. */
export function precisionTable(heading: string, judged: readonly Judged[], groupOf: (tie: Judged) => string): string {
  const groups = [...groupBy(judged, groupOf)].sort(([a], [b]) => a.localeCompare(b));
  const row = (name: string, ties: readonly Judged[]) => {
    const right = ties.filter((tie) => tie.right).length;
    return `| ${name} | ${right} | ${ties.length} | ${(right / ties.length).toFixed(3)} |`;
  };
  return [
    `| ${heading} | right | judged | precision |\n|---|---:|---:|---:|`,
    ...groups.map(([name, ties]) => row(name, ties)),
    row('all', judged),
    '',
  ].join('\n');
}

/** Items by key, keys in order of first appearance. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

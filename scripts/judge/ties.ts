/** Ties as a reader judges them: how they are printed, read back and counted. */

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
export interface JudgedTie {
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

const JUDGED = /^([rw])\b.*?(\d\.\d\d) (\w+): /gm;

/** The judgements in a printed sample; ties that still have their `?` are left out. */
export function readJudgements(text: string): JudgedTie[] {
  return [...text.matchAll(JUDGED)].map(([, letter, confidence, type]) => ({
    right: letter === 'r',
    confidence: Number(confidence),
    type: type ?? '',
  }));
}

/** A Markdown table of how many of each group are right, with a row for all. */
export function precisionTable(
  heading: string,
  judged: readonly JudgedTie[],
  groupOf: (tie: JudgedTie) => string,
): string {
  const groups = [...groupBy(judged, groupOf)].sort(([a], [b]) => a.localeCompare(b));
  const row = (name: string, ties: readonly JudgedTie[]) => {
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

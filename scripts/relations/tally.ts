/** Counts of right, wrong and missed, and the measures that come of them. */

/** What was found and what was not. */
export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

/** The tally of a key, made when it is first asked for. */
export function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const known = tallies.get(key);
  if (known !== undefined) return known;
  const fresh: Tally = { right: 0, wrong: 0, missed: 0 };
  tallies.set(key, fresh);
  return fresh;
}

/** Precision, recall and F1, each 0 where nothing was found. */
export function measures({ right, wrong, missed }: Tally): { precision: number; recall: number; f1: number } {
  const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  return {
    precision: ratio(right, right + wrong),
    recall: ratio(right, right + missed),
    f1: ratio(2 * right, 2 * right + wrong + missed),
  };
}

/** Head of a Markdown table of measures. */
export const F1_HEADING = (what: string): string =>
  `| ${what} | right | wrong | missed | precision | recall | F1 |\n|---|---:|---:|---:|---:|---:|---:|\n`;

/** A row of that table. */
export function f1Row(name: string, tally: Tally): string {
  const { precision, recall, f1 } = measures(tally);
  const figures = [precision, recall, f1].map((value) => value.toFixed(3)).join(' | ');
  return `| ${name} | ${tally.right} | ${tally.wrong} | ${tally.missed} | ${figures} |\n`;
}

/** The ledger as the page holds it: what was built with, what stands now, and steps from one text to the next. */
import type { LedgerLine } from '../../../curation/decision.ts';
import { parseLedger, printDecision } from '../../../curation/ledger.ts';
import type { Problem } from '../../../errors.ts';

/** A ledger of the page. */
export interface PageLedger {
  /** The text that the loaded network was built with. */
  readonly applied: string;
  /** The text as it stands. */
  readonly text: string;
  readonly lines: readonly LedgerLine[];
  readonly problems: readonly Problem[];
  /** Lines that the network does not have in it yet. */
  readonly fresh: readonly LedgerLine[];
  /** Decisions in the network that are withdrawn: the next build will know. */
  readonly withdrawn: readonly LedgerLine[];
}

/** Reads a ledger beside the one that the network was built with. */
export function readPageLedger(applied: string, text: string, file: string): PageLedger {
  const { lines, problems } = parseLedger(text, file);
  const before = parseLedger(applied, file).lines;
  return {
    applied,
    text,
    lines,
    problems,
    fresh: without(lines, before),
    withdrawn: without(before, lines),
  };
}

/** Lines of `all` beyond those that `others` hold as well; two equal lines need two. */
function without(all: readonly LedgerLine[], others: readonly LedgerLine[]): LedgerLine[] {
  const left = new Map<string, number>();
  for (const { decision } of others) {
    const key = printDecision(decision);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return all.filter(({ decision }) => {
    const key = printDecision(decision);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
}

/**
 * What a reader wrote in this browser, carried over to a network that was built with another ledger: additions stay,
 * unless they are in it by now; withdrawals stay withdrawn.
 */
export function rebase(before: string, text: string, applied: string): string {
  const rows = (content: string) => content.split('\n').filter((row) => row.trim() !== '');
  const minus = (all: readonly string[], others: readonly string[]) => {
    const left = [...others];
    return all.filter((row) => {
      const at = left.indexOf(row);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  const added = minus(minus(rows(text), rows(before)), rows(applied));
  const kept = minus(rows(applied), minus(rows(before), rows(text)));
  return [...kept, ...added].map((row) => `${row}\n`).join('');
}

/** A step of the reader: lines put in before a line, or taken out. */
export type Step =
  | { readonly kind: 'add'; readonly rows: readonly string[]; readonly at?: number }
  | { readonly kind: 'remove'; readonly rows: readonly { readonly line: number; readonly row: string }[] };

/** What takes a step back. Lines are added to `text`, the ledger before the step. */
export function inverseOf(step: Step, text: string): Step {
  if (step.kind === 'remove') {
    const at = Math.min(...step.rows.map(({ line }) => line));
    return { kind: 'add', rows: step.rows.map(({ row }) => row), at };
  }
  const at = step.at ?? lineCount(text) + 1;
  return { kind: 'remove', rows: step.rows.map((row, index) => ({ line: at + index, row })) };
}

/** Number of lines, a last one without end included. */
export function lineCount(text: string): number {
  return text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
}

/** Numbers of the lines that a step removes: where they stood, or where they stand by now; undefined where one is gone. */
export function locate(
  text: string,
  rows: readonly { readonly line: number; readonly row: string }[],
): number[] | undefined {
  const all = text.split('\n').map((row) => row.trim());
  const found = rows.map(({ line, row }) => (all[line - 1] === row.trim() ? line : all.lastIndexOf(row.trim()) + 1));
  return found.includes(0) ? undefined : found;
}

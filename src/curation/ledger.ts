/**
 * The ledger: decisions as JSON Lines, one a line, in the order in which they were taken. A decision is withdrawn by
 * removing its line, so that the file holds what stands, and its history is that of version control. Blank lines and
 * lines that begin with `#` are kept and pass for comments.
 */
import { closest } from 'fastest-levenshtein';
import * as z from 'zod/mini';
import type { Problem } from '../errors.ts';
import { type Decision, type LedgerLine, VERBS } from './decision.ts';

/** A ledger as read. */
export interface Ledger {
  readonly lines: readonly LedgerLine[];
  /** One for each line that is none; the others stand. */
  readonly problems: readonly Problem[];
}

/** The longest line that is read, in UTF-16 code units. */
export const LONGEST_LINE = 65_536;

const text = (most: number) =>
  z.string().check(
    z.refine((value) => value.trim() !== '', 'must not be empty'),
    z.maxLength(most, `must have at most ${most} characters`),
  );
const name = text(300);
const document = text(1_000);
const offset = z.int().check(z.nonnegative('must not be negative'));
const list = <T extends z.core.$ZodType>(item: T) =>
  z.array(item).check(z.minLength(1, 'must not be empty'), z.maxLength(10_000, 'has too many items'));

const entity = z.union([z.tuple([name, name]), z.tuple([name, name, document])], {
  error: 'must be [type, name] or [type, name, document]',
});
const tie = z.tuple([entity, name, entity], { error: 'must be [entity, relation type, entity]' });
const signed = {
  why: z.exactOptional(text(2_000)),
  by: z.exactOptional(name),
  at: z.exactOptional(text(40)),
};

const share = z
  .strictObject({
    names: z.exactOptional(list(name)),
    documents: z.exactOptional(list(document)),
    mentions: z.exactOptional(list(z.tuple([document, offset, offset]))),
  })
  .check(z.refine((off) => Object.keys(off).length > 0, 'must name "names", "documents" or "mentions"'));

/** By verb, and for verbs that take an entity or a tie, by that as well. */
const SCHEMAS: ReadonlyMap<string, z.core.$ZodType<Decision>> = new Map<string, z.core.$ZodType<Decision>>([
  ['merge', z.strictObject({ do: z.literal('merge'), entity, into: entity, ...signed })],
  ['apart', z.strictObject({ do: z.literal('apart'), entity, from: entity, ...signed })],
  ['split', z.strictObject({ do: z.literal('split'), entity, off: share, name: z.exactOptional(name), ...signed })],
  ['rename', z.strictObject({ do: z.literal('rename'), entity, name, ...signed })],
  ['retype', z.strictObject({ do: z.literal('retype'), entity, type: name, ...signed })],
  ['reject', z.strictObject({ do: z.literal('reject'), entity, ...signed })],
  ['reject tie', z.strictObject({ do: z.literal('reject'), tie, ...signed })],
  ['confirm tie', z.strictObject({ do: z.literal('confirm'), tie, ...signed })],
  ['note', z.strictObject({ do: z.literal('note'), entity, note: text(5_000), ...signed })],
  ['note tie', z.strictObject({ do: z.literal('note'), tie, note: text(5_000), ...signed })],
]);

/** The order of keys on a line. */
const KEYS = ['do', 'entity', 'tie', 'into', 'from', 'off', 'name', 'type', 'note', 'why', 'by', 'at'] as const;

/** One line, without its end. `parseLedger` reads it back as it was. */
export function printDecision(decision: Decision): string {
  const ordered = new Map<string, unknown>();
  for (const key of KEYS) if (Object.hasOwn(decision, key)) ordered.set(key, decision[key as keyof Decision]);
  return JSON.stringify(Object.fromEntries(ordered));
}

/**
 * Reads a ledger. A line that is no decision becomes a problem that names file, line and mend; the rest goes on.
 *
 * @param file name for messages
 */
export function parseLedger(content: string, file: string): Ledger {
  const lines: LedgerLine[] = [];
  const problems: Problem[] = [];
  for (const [index, raw] of splitLines(content).entries()) {
    const line = index + 1;
    const written = raw.trim();
    if (written === '' || written.startsWith('#')) continue;
    const read = readLine(written);
    if (typeof read === 'string') {
      problems.push({
        code: 'LEDGER_LINE',
        message: `${file}:${line}: ${read} The line is left out; mend or remove it.`,
        place: { file, line },
      });
    } else lines.push({ line, decision: read });
  }
  return { lines, problems };
}

/**
 * The ledger with decisions added.
 *
 * @param at 1-based number of the line before which they are put; at the end without it
 */
export function addLines(content: string, decisions: readonly Decision[], at = Number.POSITIVE_INFINITY): string {
  const rows = content.split(/(?<=\n)/);
  const [before, after] = [rows.slice(0, at - 1).join(''), rows.slice(at - 1).join('')];
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  return `${before}${gap}${decisions.map((decision) => `${printDecision(decision)}\n`).join('')}${after}`;
}

/** The ledger without the lines of these 1-based numbers; all others stay as they are written. */
export function removeLines(content: string, numbers: ReadonlySet<number>): string {
  return content
    .split(/(?<=\n)/)
    .filter((_, index) => !numbers.has(index + 1))
    .join('');
}

function splitLines(content: string): string[] {
  return content.replace(/^\uFEFF/, '').split('\n');
}

/** The decision, or what is wrong with the line. */
function readLine(written: string): Decision | string {
  if (written.length > LONGEST_LINE) return `the line has more than ${LONGEST_LINE} characters.`;
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch (error) {
    return `not valid JSON (${error instanceof Error ? error.message : String(error)}).`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not a JSON object.';
  const verb = 'do' in value ? value.do : undefined;
  if (typeof verb !== 'string') return `has no "do"; expected one of ${VERBS.join(', ')}.`;
  const onTie = Object.hasOwn(value, 'tie') || verb === 'confirm';
  const schema = SCHEMAS.get(onTie ? `${verb} tie` : verb) ?? SCHEMAS.get(verb);
  if (schema === undefined) return `unknown "do": "${verb}"; did you mean "${closest(verb, [...VERBS])}"?`;
  const result = z.safeParse(schema, value);
  return result.success ? result.data : result.error.issues.map(describe).join(' ');
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `unknown key "${key}"; did you mean "${closest(key, [...KEYS])}"?`).join(' ');
  }
  const path = issue.path.map(String).join('.');
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return missing ? `"${path}" is missing.` : `"${path}" ${issue.message}.`;
}

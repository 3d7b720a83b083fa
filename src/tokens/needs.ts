/**
 * What must stand in a text for a regular expression to match, read off its source, so that it runs only where it can
 * succeed: for `(?:合作|携手)[甲乙]` one of two words and one of two characters.
 */

/** A list of words, one of which must stand in the text. */
export type Need = readonly string[];

/** A regular expression that runs only where it can succeed. */
export interface Guarded {
  readonly expression: RegExp;
  readonly needs: readonly Need[];
}

/** Guards a regular expression with its own needs; those that are quick to look at are looked at first. */
export function guard(expression: RegExp): Guarded {
  const characters = (need: Need) => need.reduce((sum, { length }) => sum + length, 0);
  const needs = [...needsOf(expression.source)].sort((a, b) => characters(a) - characters(b));
  return { expression, needs };
}

/** All matches of a guarded expression, which has the flag `g`. */
export function matchesOf({ expression, needs }: Guarded, text: string): readonly RegExpExecArray[] {
  return canMeet(text, needs) ? allMatches(expression, text) : NONE;
}

const NONE: readonly RegExpExecArray[] = [];

/**
 * What `text.matchAll(expression)` gives, at once: that copies the expression at every call, which costs more than a
 * look at a sentence does.
 *
 * @param expression with the flag `g`
 */
export function allMatches(expression: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    matches.push(match);
    if (match[0] !== '') continue;
    const pair = expression.unicode && (text.codePointAt(expression.lastIndex) ?? 0) > 0xffff;
    expression.lastIndex += pair ? 2 : 1;
  }
  return matches;
}

/** An atom of a regular expression: what a group opens with, a class of characters, an escape, any other character. */
const ATOM =
  /(?<open>\((?:\?(?:[:=!]|<[=!]|<\w+>))?)|\[(?<set>(?:\\.|[^\]])*)\]|\\(?:[pPu]\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|k<\w+>|(?<escaped>.))|(?<literal>[^.^$|)])|./iuy;
const QUANTIFIER = /(?:(?<least>[?*+])|\{(?<count>\d+)(?:,\d*)?\})\??/y;

/**
 * The needs of a regular expression: each of them is a necessary condition, the most telling first. Knows what rules
 * are written with (groups, alternatives, classes, quantifiers) and makes no demand where it meets anything else.
 *
 * @param source source of a valid regular expression without flags `i` and `v`
 */
export function needsOf(source: string): readonly Need[] {
  return readAlternatives(source, 0).needs;
}

interface Read {
  readonly needs: readonly Need[];
  /** Index after what was read. */
  readonly end: number;
}

/** Reads alternatives up to the bracket that closes them, or the end. */
function readAlternatives(source: string, from: number): Read {
  const first = readSequence(source, from);
  const branches = [first.needs];
  let { end } = first;
  while (source.charAt(end) === '|') {
    const next = readSequence(source, end + 1);
    branches.push(next.needs);
    end = next.end;
  }
  if (branches.length === 1) return first;
  const known = branches.flatMap(([need]) => (need === undefined ? [] : [need]));
  return { needs: known.length === branches.length ? [known.flat()] : [], end };
}

/** Reads what stands one after the other: all of it is needed. */
function readSequence(source: string, from: number): Read {
  const needs: Need[] = [];
  let run = '';
  const endRun = () => {
    if (run !== '') needs.push([run]);
    run = '';
  };
  let at = from;
  while (at < source.length && source.charAt(at) !== '|' && source.charAt(at) !== ')') {
    ATOM.lastIndex = at;
    const { open, set, escaped, literal } = ATOM.exec(source)?.groups ?? {};
    at = ATOM.lastIndex;
    const group = open === undefined ? undefined : readAlternatives(source, at);
    if (group !== undefined) at = group.end + 1;
    QUANTIFIER.lastIndex = at;
    const quantifier = QUANTIFIER.exec(source);
    if (quantifier !== null) at = QUANTIFIER.lastIndex;
    const { least, count } = quantifier?.groups ?? {};
    const optional = least === '?' || least === '*' || Number(count) === 0;

    const character = literal ?? (escaped !== undefined && /\W/.test(escaped) ? escaped : undefined);
    if (character !== undefined && !optional) run += character;
    if (character === undefined || quantifier !== null) endRun();
    if (optional) continue;
    if (set !== undefined && !/^\^|[-\\]/.test(set)) needs.push([...set]);
    if (group !== undefined && open?.endsWith('!') === false) needs.push(...group.needs);
  }
  endRun();
  return { needs: needs.sort(byRarity), end: at };
}

/** Long words are rarer than short ones, and few rarer than many. */
const byRarity = (a: Need, b: Need) => shortest(b) - shortest(a) || a.length - b.length;
const shortest = (need: Need) => Math.min(...need.map(({ length }) => length));

/** By UTF-16 unit: the number of the text that it was last seen in. */
const seen = new Uint32Array(0x10000);
let current = '';
let serial = 0;

/**
 * Whether a text can meet all needs: of each, a word all of whose characters stand somewhere in it. Quick when one
 * text is asked about many times.
 */
export function canMeet(text: string, needs: readonly Need[]): boolean {
  if (text !== current) {
    current = text;
    serial = (serial + 1) >>> 0;
    for (let at = 0; at < text.length; at++) seen[text.charCodeAt(at)] = serial;
  }
  for (const need of needs) if (!meets(need)) return false;
  return true;
}

function meets(need: Need): boolean {
  for (const word of need) {
    let at = 0;
    while (at < word.length && seen[word.charCodeAt(at)] === serial) at++;
    if (at === word.length) return true;
  }
  return false;
}

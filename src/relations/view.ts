/**
 * A sentence as relation rules see it: every name, list of names, title and value is one placeholder, so that a rule
 * reads `{P}会见了{P}` whatever stands there. A list is one placeholder with several entities, and what is said of it is
 * said of each.
 */
import type { LinkedDocument } from '../entities/entity.ts';
import type { Value } from '../mentions/value.ts';
import { allMatches, canMeet, type Guarded, guard } from '../tokens/needs.ts';
import type { Sentence, TokenisedDocument } from '../tokens/token.ts';
import { findPieces, type Piece } from './pieces.ts';

/** Classes of placeholders. */
export type ItemClass = 'P' | 'O' | 'G' | 'J' | 'E' | 'L' | 'X' | 'D' | 'A' | 'S' | 'R';

/** Placeholder characters, from the private use area, which text does not contain (it is blanked out). */
const PLACEHOLDERS: Readonly<Record<ItemClass, string>> = {
  P: '\uE000',
  O: '\uE001',
  G: '\uE002',
  J: '\uE003',
  E: '\uE004',
  L: '\uE005',
  X: '\uE006',
  D: '\uE007',
  A: '\uE008',
  S: '\uE009',
  R: '\uE00A',
};

/** A placeholder of a view. */
export interface Item {
  readonly class: ItemClass;
  /** Index of the placeholder in the view's text. */
  readonly at: number;
  /** Ids of the entities: several for a list, none for titles and values. */
  readonly entities: readonly string[];
  /** Whether 与 or 和 alone joins two names: they may be one list, or the one may do something with the other. */
  readonly paired?: true;
  readonly value?: Value;
  /** Offsets in the document. */
  readonly start: number;
  readonly end: number;
}

/** A sentence with placeholders. */
export interface SentenceView {
  readonly sentence: Sentence;
  readonly text: string;
  /** In order. */
  readonly items: readonly Item[];
  /** Item at an index of the text. */
  readonly itemAt: ReadonlyMap<number, Item>;
}

/** What may follow a name or list and belongs to it: 先生, 等3家公司, 等市领导同志. */
const LIST_TAIL =
  /^(?:先生|女士|小姐|等(?!联合|共同|分别|收购|投资|签)[^，。；：、与和收购投资签\uE000-\uE00A]{0,8}(?:厂商|大厂|巨头|企业|公司|品牌|机构|高校|院校|集团)|等?(?:\d+|[两三四五六七八九十]+)(?:家|位|名|个)(?:公司|企业|单位|部门|机构)?|等(?:省|市|县|区)?(?:主要)?(?:领导|负责人|有关|相关|驻京|单位|企业|公司|部门|机构|人员|专家|嘉宾|和|、|同志){0,5}(?:一行)?|一行)/;

/** What rules say is told of nobody: 《中外合资、合作管理办法》. */
const DECREE = /^《[^《》]*(?:办法|条例|规定|规则|规范|通知|意见|目录|纲要|白皮书|法|标准|细则|指南)》/;

const LONGEST_TAIL = 24;
const LONGEST_BRACKET = 80;

/** Views of all sentences of the story, in order. */
export function createViews(
  document: TokenisedDocument,
  linked: LinkedDocument,
  values: readonly Value[],
): SentenceView[] {
  const pieces = findPieces(document, linked, values);
  const views: SentenceView[] = [];
  let next = 0;
  for (const sentence of document.sentences) {
    while (next < pieces.length && (pieces[next]?.start ?? 0) < sentence.start) next++;
    if (sentence.kind !== 'title' && sentence.kind !== 'body') continue;
    const first = next;
    while (next < pieces.length && (pieces[next]?.start ?? 0) < sentence.end) next++;
    views.push(createView(document.text, sentence, pieces.slice(first, next)));
  }
  return views;
}

/** By UTF-16 unit: 1 for what a view does not take over as it is. */
const SPECIAL = new Uint8Array(0x10000).fill(1, 0xe000, 0xf900);
for (const mark of '“”‘’《》 （') SPECIAL[mark.charCodeAt(0)] = 1;

const NOWHERE: ReadonlyMap<number, Item> = new Map();

function createView(text: string, sentence: Sentence, pieces: readonly Piece[]): SentenceView {
  const items: Item[] = [];
  let view = '';
  let at = sentence.start;
  let copied = at;
  let next = 0;
  const skipTail = () => {
    at += LIST_TAIL.exec(text.slice(at, Math.min(at + LONGEST_TAIL, sentence.end)))?.[0].length ?? 0;
    while (next < pieces.length && (pieces[next]?.start ?? 0) < at) next++;
  };
  while (at < sentence.end) {
    const piece = pieces[next];
    const until = Math.min(piece?.start ?? sentence.end, sentence.end);
    while (at < until && SPECIAL[text.charCodeAt(at)] !== 1) at++;
    view += text.slice(copied, at);
    copied = at;
    if (at === sentence.end) break;
    if (piece !== undefined && piece.start <= at) {
      next++;
      if (piece.start < at || piece.end > sentence.end) continue;
      const last = items[items.length - 1];
      const list = last === undefined ? undefined : joinList(last, piece, view);
      if (list === undefined) {
        items.push({ ...piece, at: view.length });
        view += PLACEHOLDERS[piece.class];
      } else {
        items[items.length - 1] = list;
        view = view.slice(0, list.at + 1);
      }
      at = piece.end;
      if (piece.entities.length > 0) skipTail();
      copied = at;
      continue;
    }
    const character = text.charAt(at);
    const decree =
      character === '《' ? DECREE.exec(text.slice(at, Math.min(at + LONGEST_BRACKET, sentence.end))) : null;
    if (decree !== null) {
      at += decree[0].length;
      while (next < pieces.length && (pieces[next]?.start ?? 0) < at) next++;
      copied = at;
      continue;
    }
    if (character === '（') {
      const close = text.slice(at, Math.min(at + LONGEST_BRACKET, sentence.end)).indexOf('）');
      if (close > 0) {
        at += close + 1;
        while (next < pieces.length && (pieces[next]?.start ?? 0) < at) next++;
        if ((items[items.length - 1]?.at ?? -1) === view.length - 1) skipTail();
        copied = at;
        continue;
      }
    }
    if (character === ' ' && isBreak(text, at, sentence)) view += '，';
    else if (!'“”‘’《》 '.includes(character)) view += character >= '\uE000' && character <= '\uF8FF' ? ' ' : character;
    at++;
    copied = at;
  }
  const itemAt = items.length === 0 ? NOWHERE : new Map(items.map((item) => [item.at, item]));
  return { sentence, text: view, items, itemAt };
}

/**
 * A blank between two Chinese characters parts clauses, as headlines write it. In the body one before a quotation is
 * only typesetting.
 */
function isBreak(text: string, at: number, { kind }: Sentence): boolean {
  if (kind === 'body' && /[“《]/.test(text.charAt(at + 1))) return false;
  return /^[\u4E00-\u9FFF”》）] [\u4E00-\u9FFF“《]$/.test(text.slice(at - 1, at + 2));
}

const LISTED: ReadonlySet<ItemClass> = new Set(['P', 'O', 'G', 'J']);

/** Between two organisations of a list: one that nobody knows. */
const UNKNOWN_MEMBER = /^、[^，；。：、的了在与和由被把将为向等\uE000-\uE00A]{2,8}、$/;

/**
 * A list that brackets kept apart (甲（下称…）、乙（下称…）和丙): names of one class with nothing but 、 or an unknown
 * organisation between them, or 和 where 、 went before.
 */
function joinList(last: Item, piece: Piece, view: string): Item | undefined {
  if (last.class !== piece.class || !LISTED.has(piece.class)) return undefined;
  const between = view.slice(last.at + 1);
  const joins =
    between === '、' ||
    (piece.class === 'O' && UNKNOWN_MEMBER.test(between)) ||
    (last.entities.length > 1 && /^(?:和|及|以及)$/.test(between));
  if (!joins) return undefined;
  return { ...last, entities: [...new Set([...last.entities, ...piece.entities])], end: piece.end };
}

/**
 * Compiles a rule. `{PO}` is an item of one of these classes, `{s:PO}` captures it, `{~12}` is up to twelve characters
 * without a name, a clause's end or a sentence's end (dates, places, titles and values may stand there), and `{~,20}`
 * the same across commas.
 */
export function compilePattern(pattern: string): Guarded {
  const names = ['P', 'O', 'G', 'J', 'E', 'X'] as const;
  const blocked = names.map((name) => PLACEHOLDERS[name]).join('');
  const source = pattern.replace(/\{(~,?)(\d+)\}|\{(?:(\w+):)?([A-Z]+)\}/g, (_, gap, most, name, classes) => {
    if (gap !== undefined) return `[^${blocked}；。！？：${gap === '~' ? '，' : ''}]{0,${most}}?`;
    const set = [...String(classes)].map((letter) => PLACEHOLDERS[letter as ItemClass]).join('');
    return name === undefined ? `[${set}]` : `(?<${name}>[${set}])`;
  });
  return guard(new RegExp(source, 'gd'));
}

/** A place where a rule fits, with the items that it captured. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly items: Readonly<Record<string, Item | undefined>>;
  /** Where a named part of the rule begins or ends in the view's text. */
  at(name: string, side?: 'start' | 'end'): number;
}

/** All places where a compiled rule fits in a view, left to right. */
export function matchPattern(view: SentenceView, pattern: Guarded): readonly Match[] {
  return canMeet(view.text, pattern.needs)
    ? allMatches(pattern.expression, view.text).map((match) => toMatch(view, match))
    : NO_MATCHES;
}

const NO_MATCHES: readonly Match[] = [];

function toMatch(view: SentenceView, { 0: whole, index, indices }: RegExpExecArray): Match {
  const items: Record<string, Item | undefined> = {};
  for (const [name, span] of Object.entries(indices?.groups ?? {})) {
    if (span !== undefined) items[name] = view.itemAt.get(span[0]);
  }
  return {
    start: index,
    end: index + whole.length,
    items,
    at: (name, side) => indices?.groups?.[name]?.[side === 'end' ? 1 : 0] ?? index,
  };
}

/** Stretches of a document that views show as one placeholder. */
import type { LinkedDocument } from '../entities/entity.ts';
import type { Value } from '../mentions/value.ts';
import type { Token, TokenisedDocument } from '../tokens/token.ts';
import { appositionStart } from './descriptors.ts';
import type { ItemClass } from './view.ts';

const CLASS_OF: ReadonlyMap<string, ItemClass> = new Map([
  ['person', 'P'],
  ['company', 'O'],
  ['organization', 'O'],
  ['agency', 'G'],
  ['project', 'J'],
  ['event', 'E'],
  ['place', 'L'],
  ['date', 'D'],
  ['amount', 'A'],
  ['share', 'S'],
  ['position', 'R'],
]);

/** A stretch that becomes a placeholder; offsets in the document. */
export interface Piece {
  readonly class: ItemClass;
  readonly start: number;
  readonly end: number;
  readonly entities: readonly string[];
  readonly paired?: true;
  readonly value?: Value;
}

/**
 * Spans that become placeholders, sorted, without overlap: lists, people with their posts, organisations with what they
 * are called before their names, other names, values.
 */
export function findPieces(document: TokenisedDocument, linked: LinkedDocument, values: readonly Value[]): Piece[] {
  const { text, tokens } = document;
  const postStart = new Map<number, number>();
  for (const { start, end, title } of linked.posts)
    if (!isOwnership(title)) postStart.set(end, Math.min(start, postStart.get(end) ?? start));
  const valueAt = new Map(values.map((value) => [value.start, value]));
  const { mentions, entityOf } = linked;
  const startOf = (index: number) => {
    const mention = mentions[index];
    if (mention === undefined) return 0;
    return mention.type === 'person' ? (postStart.get(mention.end) ?? mention.start) : mention.start;
  };
  const pieces: Piece[] = [];
  for (const { members } of linked.groups) {
    const first = members[0];
    const last = mentions[members[members.length - 1] ?? 0];
    const type = mentions[first ?? 0]?.type;
    if (first === undefined || last === undefined || type === undefined) continue;
    const entities = [...new Set(members.flatMap((member) => entityOf[member] ?? []))];
    const companies = members.some((member) => mentions[member]?.type === 'company');
    const gap = members.length === 2 ? text.slice(mentions[first]?.end, last.start) : '';
    const paired = /[与和同跟]$/.test(gap) ? ({ paired: true } as const) : {};
    pieces.push({ class: companies ? 'O' : classOf(type), start: startOf(first), end: last.end, entities, ...paired });
  }
  for (const [index, mention] of mentions.entries()) {
    if (mention.parent !== undefined || mention.sources[0] === 'context') continue;
    if (mention.type === 'position' && isOwnership(mention.text)) continue;
    const entity = entityOf[index];
    const value = valueAt.get(mention.start);
    pieces.push({
      class: classOf(mention.type),
      start: startOf(index),
      end: mention.end,
      entities: entity === undefined ? [] : [entity],
      ...(value === undefined ? {} : { value }),
    });
  }
  pieces.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  const apart = pieces.filter((piece) => {
    if (piece.start < end) return false;
    end = piece.end;
    return true;
  });
  return withAppositions(tokens, apart);
}

/** Lets a name begin where its apposition does, a place before it included: 美国制药巨头甲, 甲国总统王一 are one placeholder. */
function withAppositions(tokens: readonly Token[], pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const before = all[all.length - 1];
    if (piece.class !== 'O' && piece.class !== 'P') {
      all.push(piece);
      continue;
    }
    const floor = before?.end ?? 0;
    const start = piece.class === 'P' ? piece.start : appositionStart(tokens, piece.start, floor);
    const placed = before?.class === 'L' && before.end === start;
    if (placed) all.pop();
    all.push({ ...piece, start: placed ? before.start : start });
  }
  return all;
}

/** 大股东 and 实际控制人 say who owns, not who holds a post: rules read the word itself. */
export const isOwnership = (title: string): boolean => /(?:股东|控制人|实控人)$/.test(title);

const classOf = (type: string): ItemClass => CLASS_OF.get(type) ?? 'X';

/** The matrix of meetings as a drawing of its own. */
import { mix } from '../../canvas/color.ts';
import { textUnits } from '../../canvas/labels/text.ts';
import { drawing, type Frame, foot, HEAD, head, type Ink, line, num, PADDING } from './svg.ts';

/** People by people. */
export interface MatrixPicture extends Frame {
  readonly people: readonly { readonly name: string; readonly color: string }[];
  /** Number of meetings of two by their numbers; `room` where they only shared a room; undefined for nothing. */
  readonly cell: (a: number, b: number) => number | 'room' | undefined;
}

const CELL = 28;
/** Longest name that is written downwards, in characters. */
const LONGEST = 9;

/** Draws it. */
export function drawMatrix(picture: MatrixPicture, ink: Ink): string {
  const { people, cell } = picture;
  const numbers = people.flatMap((_, a) => people.map((_, b) => (a === b ? 0 : cell(a, b))));
  const most = Math.max(1, ...numbers.map((count) => (typeof count === 'number' ? count : 0)));
  const names = people.map(({ name }) =>
    [...name].length > LONGEST ? `${[...name].slice(0, LONGEST - 1).join('')}…` : name,
  );
  const left = PADDING + Math.max(...people.map(({ name }) => textUnits(name) * 13)) + 12;
  const top = PADDING + HEAD + Math.max(...names.map((name) => [...name].length)) * 14 + 8;
  const marks = [head(picture, ink)];
  for (const [i, { name, color }] of people.entries()) {
    const at = i * CELL;
    marks.push(
      line(left - 10, top + at + 18, name, { fill: ink.ink, font: ink.serif, size: 13, weight: 600, anchor: 'end' }),
    );
    marks.push(`<rect x="${num(left - 5)}" y="${num(top + at)}" width="3" height="${CELL - 1}" fill="${color}"/>`);
    marks.push(`<rect x="${num(left + at)}" y="${num(top - 5)}" width="${CELL - 1}" height="3" fill="${color}"/>`);
    const characters = [...(names[i] ?? '')];
    for (const [k, character] of characters.entries()) {
      const y = top - 12 - (characters.length - 1 - k) * 14;
      marks.push(
        line(left + at + CELL / 2, y, character, { fill: ink.ink, font: ink.serif, size: 13, anchor: 'middle' }),
      );
    }
    for (const k of people.keys())
      marks.push(square(left + k * CELL, top + at, i === k ? 'self' : cell(i, k), most, ink));
  }
  const bottom = top + people.length * CELL;
  const notes = foot(picture, ink, bottom + 8);
  const width = Math.max(left + people.length * CELL, ...picture.notes.map((note) => PADDING + textUnits(note) * 12));
  return drawing(width + PADDING, bottom + 8 + notes.height + PADDING, ink, [...marks, ...notes.marks]);
}

function square(x: number, y: number, content: number | 'room' | 'self' | undefined, most: number, ink: Ink): string {
  const size = CELL - 1;
  const box = (fill: string): string =>
    `<rect x="${num(x)}" y="${num(y)}" width="${size}" height="${size}" fill="${fill}"/>`;
  if (content === 'self') return box(ink.rule);
  const ground = mix(ink.rule, ink.paper, 0.65);
  if (content === undefined) return box(ground);
  const [cx, cy] = [x + size / 2, y + size / 2];
  if (content === 'room') {
    return `${box(ground)}<circle cx="${num(cx)}" cy="${num(cy)}" r="5" fill="none" stroke="${ink.quiet}" stroke-width="1.5"/>`;
  }
  const share = content / most;
  const number = { fill: share > 0.55 ? ink.paper : ink.ink, font: ink.sans, size: 12, anchor: 'middle' } as const;
  return box(mix(ink.strong, ink.paper, 0.8 * (1 - share))) + line(cx, cy + 4.5, String(content), number);
}

/** Ways between two names as a drawing of its own: a row for each, from left to right. */
import { textUnits, wrapLabel } from '../../canvas/labels/text.ts';
import { drawing, type Frame, foot, HEAD, head, type Ink, line, num, PADDING } from './svg.ts';

/** A name on a way. */
export interface PathName {
  readonly name: string;
  /** Colour of its type. */
  readonly color: string;
}

/** A step of a way. */
export interface PathStep {
  /** The relation's name. */
  readonly verb: string;
  /** What is known of it: date, amount, number of sources. */
  readonly facts: readonly string[];
  readonly color: string;
  /** Which way it points, read from left to right. */
  readonly direction: 'forwards' | 'backwards' | 'none';
  /** Whole for what is stated, broken for plans and rumours. */
  readonly line: 'solid' | 'dashed' | 'dotted';
}

/** The ways, each with one name more than steps. */
export interface PathPicture extends Frame {
  readonly ways: readonly { readonly names: readonly PathName[]; readonly steps: readonly PathStep[] }[];
}

const DASHES = { solid: '', dashed: ' stroke-dasharray="7 4"', dotted: ' stroke-dasharray="2 4"' } as const;
const FACT = 16;
const ROW_GAP = 26;

/** Draws it. */
export function drawPath(picture: PathPicture, ink: Ink): string {
  const marks = [head(picture, ink)];
  let top = PADDING + HEAD;
  let width = Math.max(
    PADDING + textUnits(picture.title) * 19,
    ...picture.notes.map((note) => PADDING + textUnits(note) * 12),
  );
  for (const { names, steps } of picture.ways) {
    const boxes = names.map(({ name, color }) => boxOf(name, color));
    const facts = Math.max(0, ...steps.map((step) => step.facts.length));
    const above = Math.max(24, ...boxes.map((box) => box.height / 2));
    const middle = top + above;
    let x = PADDING;
    for (const [i, box] of boxes.entries()) {
      marks.push(...drawBox(box, x, middle, ink));
      x += box.width;
      const step = steps[i];
      if (step === undefined) continue;
      const length = lengthOf(step);
      marks.push(...drawStep(step, x, length, middle, ink));
      x += length;
    }
    width = Math.max(width, x);
    top = middle + Math.max(above, facts * FACT + 12) + ROW_GAP;
  }
  const notes = foot(picture, ink, top - ROW_GAP + 14);
  return drawing(width + PADDING, top - ROW_GAP + 14 + notes.height + PADDING, ink, [...marks, ...notes.marks]);
}

interface Box {
  readonly lines: readonly string[];
  readonly color: string;
  readonly width: number;
  readonly height: number;
}

function boxOf(name: string, color: string): Box {
  const lines = wrapLabel(name, true);
  return { lines, color, width: Math.max(...lines.map(textUnits)) * 14 + 30, height: lines.length * 18 + 16 };
}

function drawBox({ lines, color, width, height }: Box, x: number, middle: number, ink: Ink): string[] {
  const top = middle - height / 2;
  return [
    `<rect x="${num(x)}" y="${num(top)}" width="${num(width)}" height="${num(height)}" rx="3" fill="none" stroke="${ink.ink}" stroke-width="1.2"/>`,
    `<rect x="${num(x)}" y="${num(top)}" width="6" height="${num(height)}" rx="3" fill="${color}"/>`,
    ...lines.map((text, i) =>
      line(x + 6 + (width - 6) / 2, top + 22 + i * 18, text, {
        fill: ink.ink,
        font: ink.serif,
        size: 14,
        weight: 600,
        anchor: 'middle',
      }),
    ),
  ];
}

function lengthOf({ verb, facts }: PathStep): number {
  return Math.max(92, textUnits(verb) * 13 + 40, ...facts.map((fact) => textUnits(fact) * 12 + 24));
}

function drawStep(step: PathStep, x: number, length: number, middle: number, ink: Ink): string[] {
  const { verb, facts, color, direction, line: kind } = step;
  const [from, to, centre] = [x + 6, x + length - 6, x + length / 2];
  const tip =
    direction === 'forwards' ? `M${num(to)} ${num(middle)}l-10 5v-10z` : `M${num(from)} ${num(middle)}l10 5v-10z`;
  return [
    `<path d="M${num(from)} ${num(middle)}H${num(to)}" stroke="${color}" stroke-width="2" fill="none"${DASHES[kind]}/>`,
    direction === 'none' ? '' : `<path d="${tip}" fill="${color}"/>`,
    line(centre, middle - 9, verb, { fill: ink.ink, font: ink.sans, size: 13, weight: 600, anchor: 'middle' }),
    ...facts.map((fact, i) =>
      line(centre, middle + 18 + i * FACT, fact, { fill: ink.quiet, font: ink.sans, size: 12, anchor: 'middle' }),
    ),
  ].filter((mark) => mark !== '');
}

/** Meetings along time as a drawing of its own. */
import { textUnits } from '../../canvas/labels/text.ts';
import { drawing, type Frame, foot, HEAD, head, type Ink, line, num, PADDING } from './svg.ts';

/** Lanes of dots over years. */
export interface TimelinePicture extends Frame {
  readonly lanes: readonly { readonly name: string; readonly color: string; readonly dots: readonly number[] }[];
  /** First and last year of the axis; dots are years with fractions. */
  readonly first: number;
  readonly last: number;
  /** Years that are written on the axis. */
  readonly years: readonly number[];
}

const LANE = 24;
const WIDTH = 760;

/** Draws it. */
export function drawTimeline(picture: TimelinePicture, ink: Ink): string {
  const { lanes, first, last, years } = picture;
  const left = PADDING + Math.max(...lanes.map(({ name }) => textUnits(name) * 13)) + 14;
  const top = PADDING + HEAD;
  const bottom = top + lanes.length * LANE;
  const at = (year: number): number => left + ((year - first) / (last - first)) * WIDTH;
  const marks = [head(picture, ink)];
  for (const year of years) {
    marks.push(
      `<path d="M${num(at(year))} ${num(top - 4)}V${num(bottom + 4)}" stroke="${ink.rule}" stroke-width="1"/>`,
      line(at(year), bottom + 18, String(year), { fill: ink.quiet, font: ink.sans, size: 12, anchor: 'middle' }),
    );
  }
  for (const [i, { name, color, dots }] of lanes.entries()) {
    const y = top + i * LANE + LANE / 2;
    marks.push(
      `<path d="M${num(left)} ${num(y)}h${WIDTH}" stroke="${ink.rule}" stroke-width="1"/>`,
      line(left - 12, y + 4.5, name, { fill: ink.ink, font: ink.serif, size: 13, weight: 600, anchor: 'end' }),
      ...dots.map(
        (dot) =>
          `<circle cx="${num(at(dot))}" cy="${num(y)}" r="5.5" fill="${color}" stroke="${ink.paper}" stroke-width="2"/>`,
      ),
    );
  }
  const notes = foot(picture, ink, bottom + 26);
  return drawing(left + WIDTH + PADDING, bottom + 26 + notes.height + PADDING, ink, [...marks, ...notes.marks]);
}

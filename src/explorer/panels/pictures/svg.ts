/** Pieces of SVG drawings that are written as text. Lengths in pixels. */
import { escapeXml } from '../../../outputs/xml.ts';

/** Colours and faces of a drawing. */
export interface Ink {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly strong: string;
  readonly serif: string;
  readonly sans: string;
}

/** The page's own colours and faces, in its theme of the moment. */
export function inkOfPage(): Ink {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return {
    paper: of('--paper'),
    ink: of('--ink'),
    quiet: of('--ink-3'),
    rule: of('--rule'),
    strong: of('--seal'),
    serif: of('--serif'),
    sans: of('--sans'),
  };
}

/** How a line of text is set. */
export interface TextStyle {
  readonly fill: string;
  readonly font: string;
  readonly size: number;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** Numbers of a drawing: a hundredth of a pixel is finer than any print. */
export const num = (value: number): string => String(Math.round(value * 100) / 100);

/** A line of text whose base line is at `y`. */
export function line(x: number, y: number, content: string, style: TextStyle): string {
  const { fill, font, size, weight = 400, anchor = 'start' } = style;
  return `<text x="${num(x)}" y="${num(y)}" fill="${fill}" font-family="${escapeXml(font)}" font-size="${num(size)}" font-weight="${weight}" text-anchor="${anchor}">${escapeXml(content)}</text>`;
}

/** A whole drawing. */
export function drawing(width: number, height: number, ink: Ink, body: readonly string[]): string {
  const [w, h] = [num(Math.ceil(width)), num(Math.ceil(height))];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">`,
    `<rect width="100%" height="100%" fill="${ink.paper}"/>`,
    ...body,
    '</svg>',
    '',
  ].join('\n');
}

/** The line that says where a drawing comes from. */
export function sourceLine(title: string, product: string): string {
  return [...new Set([title, product])].filter(Boolean).join(' · ');
}

/** Room around a drawing. */
export const PADDING = 28;

/** Title above a drawing and notes below it. */
export interface Frame {
  readonly title: string;
  readonly notes: readonly string[];
}

/** Height that {@link head} takes. */
export const HEAD = 44;

/** The title, from the top of a drawing. */
export function head({ title }: Frame, ink: Ink): string {
  return line(PADDING, PADDING + 16, title, { fill: ink.ink, font: ink.serif, size: 19, weight: 700 });
}

/** Notes below a drawing, and the height that they take. */
export function foot(
  { notes }: Frame,
  ink: Ink,
  top: number,
): { readonly marks: readonly string[]; readonly height: number } {
  const marks = notes.map((note, i) =>
    line(PADDING, top + 16 + i * 17, note, { fill: ink.quiet, font: ink.sans, size: 12 }),
  );
  return { marks, height: notes.length * 17 + 8 };
}

/** Puts the pieces of a PDF's pages together into paragraphs. */

/** A piece of text on a page; units are points, `y` grows upwards. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the font. */
  readonly size: number;
}

interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Pieces whose baselines differ by less than this share of the font's height stand in one line. */
const SAME_LINE = 0.5;
/** A gap wider than this share of the font's height is a blank, unless both neighbours are Chinese. */
const BLANK_GAP = 0.25;
const COLUMN_GAP = 2.5;
/** Lines this close to a page's edge, in lines from the top or bottom, may be running heads. */
const EDGE_LINES = 2;
const EAST_ASIAN = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u201c\u201d]/;
/** Radicals of the CJK supplement that look like a character; those of the Kangxi block Unicode maps itself. */
const RADICALS = new Map(
  [
    '⺀冫⺁厂⺂乛⺄乙⺈刀⺊卜⺋卩⺌小⺍小⺎兀⺏尢⺐尢⺒巳⺓幺⺔彑⺕彐⺗心⺘扌⺛旡⺝月⺟母⺠民⺡氵⺢水⺣灬⺥爫⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹',
    '⺰纟⺱网⺲罒⺳网⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒長⻓长⻔门',
    '⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟',
  ]
    .join('')
    .match(/../gu)
    ?.map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);
const PAGE_NUMBER =
  /^(?:[-—–·\s]*\d{1,4}[-—–·\s]*|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/;
const SENTENCE_END = /[。！？…”’；：]$/;

/**
 * Joins pages into text, one paragraph per line. Page numbers and heads that several pages repeat are left out; no
 * blank comes between the lines of a Chinese paragraph.
 */
export function joinPdfPages(pages: readonly (readonly PdfPiece[])[]): string {
  const lined = pages.map(toLines);
  const repeated = runningHeads(lined);
  const kept = lined.map((lines) =>
    lines.filter((line, index) => {
      if (!atEdge(index, lines.length)) return true;
      return !PAGE_NUMBER.test(line.text) && !repeated.has(headKey(line.text));
    }),
  );
  const paragraphs: string[] = [];
  let open: PdfLine | undefined;
  for (const lines of kept) {
    const right = typical(
      lines.map((line) => line.right),
      0.9,
    );
    const left = typical(
      lines.map((line) => line.left),
      0.3,
    );
    const pitch = typical(gaps(lines), 0.5);
    for (const line of lines) {
      const last = paragraphs.length - 1;
      const before = paragraphs[last];
      if (open !== undefined && before !== undefined && continues(open, line, { left, right, pitch })) {
        paragraphs[last] = before + separator(before, line.text) + line.text;
      } else {
        paragraphs.push(line.text);
      }
      open = line;
    }
  }
  return paragraphs.join('\n');
}

/** True when `line` goes on with the paragraph that `before` ended in. */
function continues(before: PdfLine, line: PdfLine, page: { left: number; right: number; pitch: number }): boolean {
  const size = Math.max(before.size, line.size);
  if (Math.abs(before.size - line.size) > size * 0.15) return false;
  const full = before.right >= page.right - size * 2;
  if (!full) return false;
  const indented = line.left > Math.max(page.left, Math.min(before.left, page.left)) + size * 1.2;
  if (indented) return false;
  const nextPage = line.y > before.y;
  const apart = before.y - line.y > Math.max(page.pitch * 1.45, size * 1.2);
  if (nextPage || apart) return !SENTENCE_END.test(before.text) && nextPage;
  return true;
}

function toLines(pieces: readonly PdfPiece[]): readonly PdfLine[] {
  const rows: PdfPiece[][] = [];
  for (const piece of pieces) {
    if (piece.text === '') continue;
    const row = rows.at(-1);
    const first = row?.[0];
    const same =
      first !== undefined &&
      Math.abs(first.y - piece.y) <= Math.max(first.size, piece.size) * SAME_LINE &&
      follows(row, piece);
    if (same) row?.push(piece);
    else rows.push([piece]);
  }
  return rows.map(toLine).filter((line) => line.text !== '');
}

/** A piece that starts far left of, or far right from, the row's end belongs to another column. */
function follows(row: readonly PdfPiece[] | undefined, piece: PdfPiece): boolean {
  const last = row?.at(-1);
  if (last === undefined) return false;
  const gap = piece.x - (last.x + last.width);
  return gap > -last.size && (gap < last.size * COLUMN_GAP || piece.text.trim() === '' || last.text.trim() === '');
}

function toLine(row: readonly PdfPiece[]): PdfLine {
  let text = '';
  let end: number | undefined;
  let size = 0;
  let left: number | undefined;
  let right = 0;
  for (const piece of row) {
    if (piece.text.trim() !== '') {
      const gap = end === undefined ? 0 : piece.x - end;
      const chinese = EAST_ASIAN.test(text.slice(-1)) && EAST_ASIAN.test(piece.text.slice(0, 1));
      if (gap > piece.size * BLANK_GAP && !/\s$/.test(text) && !(chinese && gap < piece.size)) text += ' ';
      left ??= piece.x;
      right = piece.x + piece.width;
      size = Math.max(size, piece.size);
      end = right;
      text += piece.text;
    } else if (text !== '' && !EAST_ASIAN.test(text.slice(-1))) {
      text += ' ';
    }
  }
  const indent = /^[\s\u3000]*/.exec(text)?.[0] ?? '';
  return {
    text: unifyRadicals(text)
      .normalize('NFC')
      .replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''),
    left: (left ?? 0) + indent.length * size,
    right,
    y: row[0]?.y ?? 0,
    size,
  };
}

/**
 * Characters for radicals. Fonts share one glyph between a radical and the character that looks like it, and PDF
 * writers pick whichever comes first: 人 comes back as ⼈ (U+2F08), which no dictionary and no search knows.
 */
function unifyRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, (radical) => RADICALS.get(radical) ?? radical.normalize('NFKC'));
}

function runningHeads(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const keys = new Set(lines.filter((_, index) => atEdge(index, lines.length)).map((line) => headKey(line.text)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(2, Math.ceil(pages.length / 2));
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key));
}

function atEdge(index: number, count: number): boolean {
  return index < EDGE_LINES || index >= count - EDGE_LINES;
}

function headKey(text: string): string {
  return text.replace(/\d+/g, '0').replace(/\s+/g, '');
}

function separator(before: string, after: string): string {
  return EAST_ASIAN.test(before.slice(-1)) || EAST_ASIAN.test(after.slice(0, 1)) ? '' : ' ';
}

function gaps(lines: readonly PdfLine[]): number[] {
  const found: number[] = [];
  for (let index = 1; index < lines.length; index++) {
    const gap = (lines[index - 1]?.y ?? 0) - (lines[index]?.y ?? 0);
    if (gap > 0) found.push(gap);
  }
  return found;
}

function typical(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

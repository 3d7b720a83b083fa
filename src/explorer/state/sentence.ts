/** Marks in running text: names and the words that state a tie. */

/** A piece of text, with what it is where it is something. */
export interface Piece {
  readonly text: string;
  /** Node that the piece names. */
  readonly node?: number;
  /** True for a word that states the tie. */
  readonly trigger?: true;
}

/** What to look for. */
export interface Marks {
  readonly names: readonly { readonly text: string; readonly node: number }[];
  readonly triggers: readonly string[];
}

/**
 * Cuts a sentence at every name and trigger word that it holds; longer ones win. The pieces put together are the
 * sentence.
 */
export function markSentence(sentence: string, marks: Marks): Piece[] {
  const wanted: { readonly text: string; readonly node?: number }[] = [
    ...marks.names,
    ...marks.triggers.map((text) => ({ text })),
  ]
    .filter(({ text }) => text !== '')
    .sort((a, b) => b.text.length - a.text.length);
  const pieces: Piece[] = [];
  let plain = 0;
  let at = 0;
  while (at < sentence.length) {
    const found = wanted.find(({ text }) => sentence.startsWith(text, at));
    if (found === undefined) {
      at++;
      continue;
    }
    if (plain < at) pieces.push({ text: sentence.slice(plain, at) });
    pieces.push(
      found.node === undefined ? { text: found.text, trigger: true } : { text: found.text, node: found.node },
    );
    at += found.text.length;
    plain = at;
  }
  if (plain < sentence.length) pieces.push({ text: sentence.slice(plain) });
  return pieces;
}

/** A stretch of an article. */
export interface ArticlePiece {
  readonly text: string;
  readonly start: number;
  /** Node that the piece names. */
  readonly node?: number;
  /** True inside the sentence that was asked for. */
  readonly wanted: boolean;
}

/** A paragraph of an article. */
export interface Paragraph {
  readonly start: number;
  readonly pieces: readonly ArticlePiece[];
}

/**
 * Cuts an article into paragraphs, and these at every mention and at both ends of the stretch that was asked for.
 * Offsets are UTF-16 code units into `text`. Of mentions that overlap, the one that starts first, then the longest.
 */
export function layOutArticle(
  text: string,
  mentions: readonly (readonly [start: number, end: number, node: number])[],
  wanted: { readonly start: number; readonly end: number },
): Paragraph[] {
  const kept: (readonly [number, number, number])[] = [];
  let free = 0;
  for (const mention of [...mentions].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (mention[0] < free || mention[1] <= mention[0] || mention[1] > text.length) continue;
    kept.push(mention);
    free = mention[1];
  }

  const paragraphs: Paragraph[] = [];
  let next = 0;
  for (const { 0: line, index: start } of text.matchAll(/[^\r\n]+/g)) {
    const end = start + line.length;
    const pieces: ArticlePiece[] = [];
    const put = (from: number, to: number, node?: number): void => {
      // A piece that reaches over an end of the wanted stretch becomes two.
      if (from >= to) return;
      const cuts = [from, ...[wanted.start, wanted.end].filter((cut) => cut > from && cut < to), to];
      for (let i = 0; i + 1 < cuts.length; i++) {
        const a = cuts[i] ?? from;
        const b = cuts[i + 1] ?? to;
        if (a === b) continue;
        const inside = a >= wanted.start && b <= wanted.end;
        pieces.push({ text: text.slice(a, b), start: a, wanted: inside, ...(node === undefined ? {} : { node }) });
      }
    };
    let at = start;
    // A name may run over the end of a line; its parts then stand in both.
    while ((kept[next]?.[1] ?? Number.POSITIVE_INFINITY) <= start) next++;
    for (let i = next; i < kept.length; i++) {
      const [from, to, node] = kept[i] ?? [end, end, 0];
      if (from >= end) break;
      put(at, from);
      put(Math.max(from, at), Math.min(to, end), node);
      at = Math.min(to, end);
    }
    put(at, end);
    if (line.trim() !== '') paragraphs.push({ start, pieces });
  }
  return paragraphs;
}

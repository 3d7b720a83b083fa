/** Breaking names into lines. Pure. */

/** Longest line, in full-width characters. */
const LINE = 9;
/** Longest label that is not the reader's focus, in full-width characters. */
const LIMIT = 18;

/** Width of a text in full-width characters: Latin letters, digits and half-width signs count as about half. */
export function textUnits(text: string): number {
  let units = 0;
  for (const character of text) units += (character.codePointAt(0) ?? 0) < 0x2e80 && character !== '·' ? 0.56 : 1;
  return units;
}

/** Good places to break: after these a new line may start. */
const AFTER = /[\s·・、，,)）】》省市区县州局部委会院校司行]/u;

/** Words that read well at the head of a line. */
const BEFORE = /^(集团|有限|股份|投资|合伙|基金|发展|管理|科技|工程|项目|产业|委员会|人民|示范|协会|银行|[(（])/u;

function cut(text: string, units: number): string {
  let result = '';
  let used = 0;
  for (const character of text) {
    used += textUnits(character);
    if (used > units) break;
    result += character;
  }
  return result;
}

/**
 * Lines of a label: one for a short name, two of like length for a long one. A name too long for two lines ends in an
 * ellipsis, unless `whole` asks for all of it.
 *
 * @example
 * wrapLabel('青岚市清洁能源发展集团有限公司'); // ['青岚市清洁能源', '发展集团有限公司']
 */
export function wrapLabel(name: string, whole = false): readonly string[] {
  const text = name.trim();
  const units = textUnits(text);
  if (units <= LINE + 1) return [text];
  if (whole && units > LIMIT * 2) {
    const characters = [...text];
    const size = Math.ceil(characters.length / Math.ceil(units / LIMIT));
    return Array.from({ length: Math.ceil(characters.length / size) }, (_, line) =>
      characters
        .slice(line * size, (line + 1) * size)
        .join('')
        .trim(),
    );
  }
  const shown = units > LIMIT && !whole ? `${cut(text, LIMIT - 1)}…` : text;
  const characters = [...shown];
  const half = characters.length / 2;
  let best = Math.ceil(half);
  let bestCost = Number.POSITIVE_INFINITY;
  for (let at = 2; at <= characters.length - 2; at++) {
    const first = textUnits(characters.slice(0, at).join(''));
    const second = textUnits(characters.slice(at).join(''));
    const latin = /[A-Za-z0-9]/.test(characters[at - 1] ?? '') && /[A-Za-z0-9]/.test(characters[at] ?? '');
    const cost =
      Math.max(first, second) +
      (AFTER.test(characters[at - 1] ?? '') || BEFORE.test(characters.slice(at).join('')) ? 0 : 2.2) +
      (latin ? 4 : 0);
    if (cost < bestCost) {
      best = at;
      bestCost = cost;
    }
  }
  return [characters.slice(0, best).join('').trim(), characters.slice(best).join('').trim()];
}

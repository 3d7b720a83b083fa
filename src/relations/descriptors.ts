/**
 * What an organisation is called before its name: 美国制药巨头甲, 国内最大的家电企业之一甲. It belongs to the name, so rules read
 * 收购甲 there.
 */
import type { Token } from '../tokens/token.ts';

/** The noun that stands in apposition to the name. */
const KIND =
  /(?:巨头|企业|公司|厂商|大厂|商|国企|央企|民企|龙头|平台|机构|集团|品牌|网站|银行|基金|厂|院校|大鳄|巨擘|对手|客户|团队|之一)$/u;
/** Kinds that say something of another name, or that rules read. */
const RELATED =
  /^(?:子公司|母公司|分公司|孙公司|附属|全资|控股|参股|合资|合作|旗下|下属|所属|关联|投资|收购|股东|成员|标的|目标|上述|[子母孙分该本我贵总]$)/u;
/** Nouns, attributes, numerals, places and the particles that bind them. */
const BOUND = /^(?:n|vn|an|a|b|f|j|l|m|q|s|uj)/u;
/** Words of other classes by their tag that describe. */
const DESCRIBES = /^(?:知名|著名|领先|老牌|新兴|最|较|之一|一家|两家|家|全球|世界|国内|国际)$/u;
const DASHES = /^[—－-]+$/u;

/** Longest apposition, in characters. */
const LONGEST = 24;

/**
 * Where the apposition before a name begins; the name's own start where there is none.
 *
 * @param tokens words of the document, in order
 * @param start offset of the name
 * @param floor offset that the apposition cannot begin before: the end of another name
 */
export function appositionStart(tokens: readonly Token[], start: number, floor: number): number {
  let at = lastBefore(tokens, start);
  while (at >= 0 && DASHES.test(tokens[at]?.word ?? '')) at--;
  // 五强之一的甲
  if (tokens[at]?.word === '的' && tokens[at - 1]?.word === '之一') at--;
  const kind = tokens[at];
  if (kind === undefined || kind.start < floor || !KIND.test(kind.word) || RELATED.test(kind.word)) return start;
  let from = start;
  for (; at >= 0; at--) {
    const token = tokens[at];
    if (token === undefined || token.start < floor || start - token.start > LONGEST) break;
    const { word, tag } = token;
    if (RELATED.test(word)) return from === start || word.length < 2 ? start : keepWhole(tokens, at, from, start);
    if (!(BOUND.test(tag) && /^[一-龥A-Za-z0-9]+$/u.test(word)) && !DESCRIBES.test(word)) break;
    if (word !== '的') from = token.start;
  }
  return from;
}

/** 旗下上市公司甲 is 旗下甲; 合资公司甲 stays, for the word before the kind says what it is to another. */
function keepWhole(tokens: readonly Token[], related: number, from: number, start: number): number {
  const next = tokens[related + 1];
  return next !== undefined && next.start === from && KIND.test(next.word) && next.end === start ? start : from;
}

/** Index of the last token that ends at or before an offset, or -1. */
function lastBefore(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What may stand between an organisation and the title of one who holds a post in it. */

/** A department, a mark of time. */
const PLAIN = /^[一-龥A-Za-z]{0,12}$/u;
/** A short form or a place in brackets: 甲国钢铁协会（下称“甲钢协”）会长, 甲公司（中国）总裁. */
const BRACKETS = /^（[^（）]{1,24}）/u;
/** What is left of brackets whose beginning belongs to the name, or holds one. */
const CLOSING = /^[”’]?）/u;
const NO_DEPARTMENT =
  /[的了在与和及对向由被把将是有为说到从]|表示|任命|聘请|收购|投资了|合作|签|会见|旗下|起诉|宣布|指出|一家|这家|举行|召开/u;
/** What no name of a unit says, whatever a unit does. */
const SENTENCE = /[的了将是说]|表示|任命|聘请|收购|旗下|宣布|指出|会见|举行|召开|^[在与和及向由被把从同]/u;
/** 公司负责手机业务的副总裁. */
const CHARGED = /^(?:负责|主管|分管)[一-龥A-Za-z]{1,14}的$/u;

/**
 * A unit of an organisation, which is part of the title: 品牌部 before 经理, 配件分会 before 秘书长; also of two matters
 * (公共市场与政府采购研究所) and of what it does (合作拓展部, 应对气候变化司).
 */
const UNIT =
  /^(?![与和及])[一-龥A-Za-z]{1,10}(?:[与和及][一-龥A-Za-z]{2,12})?(?:部|处|司|分会|中心|委员会|办公室|事业部|研究所|研究院|学院|系|组|室|科|分公司|专委会)$/u;

/**
 * Whether the words between an organisation and a title leave the post with that organisation: nothing, a department,
 * a place in brackets, 的, what the holder is in charge of.
 *
 * @param gap the text from the organisation's end to the title
 */
export function leadsToTitle(gap: string): boolean {
  const words = gap
    .replace(/^[”’](?!）)/u, '')
    .replace(BRACKETS, '')
    .replace(CLOSING, '')
    .replace(/\s/gu, '');
  const own = words.startsWith('的') ? words.slice(1) : words;
  if (CHARGED.test(words) || (UNIT.test(own) && !SENTENCE.test(own))) return true;
  return PLAIN.test(own) && !NO_DEPARTMENT.test(own);
}

/** True for words that say something rather than name a department. */
export const saysMore = (words: string): boolean => NO_DEPARTMENT.test(words);

/** The unit of an organisation that a gap is, or the empty string. */
export const unitIn = (gap: string): string => (UNIT.test(gap) ? gap : '');

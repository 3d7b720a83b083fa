/** Words that may stand before a verb without being its subject. */

const ADVERB =
  /(?:并且?|还|也|又|再次?|已经?|曾经?|将|拟|欲|就|均|都|便|才|则|而|且|即|但|却|仍|正在?|刚|只|主要|计划|准备|打算|宣布|决定|表示|同意|称|否认|日前|近日|今日|今天|今年|去年|前年|明年|本月|上月|昨日|昨天|明天|当天|当日|同日|同时|随后|此后|之后|然后|其后|后来|接着|后|目前|此前|此次|最终|最近|近期|近年来?|多年来?|正式|成功|全资|累计|共计?|共同|联合|联手|分别|先后|继续|进一步|首次|直接|间接|同样|一起|一次性|有意|希望|考虑|斥资|出资|耗资|作价|现金|应邀|专程|亲切|至|年|月|日|起|初|末|底|上半年|下半年|了|过|其|该?公司|集团|双方|他们?|她|完成|成为|合计|旗下|下午|上午|晚上|晚|早|率团|率队|带队|带领|继|一行|启动|实施|开展|进行|中|被|获|未|没有|全面|整体|战略性?|溢价|低价|高价|高调|巨资|(?:[一-龥]{4}|积极|顺利|迅速|成功|秘密|先后)地|其中|包括|特别是|尤其是|例如|比如|批准|牵头|独家|要约|大举|不断|只身|亲自|专门|特地|不?超过?|不(?=\uE008)|不低于|约|近|逾|总价|总额|募集(?:配套)?资金(?:净额)?|(?:全部)?用于|[\d两几一二三四五六七八九十]+个?(?:交易日|工作日|月|年|日|天|周)(?:之?[内后前])?的?|[\uE005\uE007-\uE009\d %])/y;

/** 通过换股与现金并用的方式: a means that names itself so is read to its end. */
const MEANS =
  /(?:通过|以|采取|采用|经由?|借助|利用)[^，；。：\uE000-\uE003]{1,26}?(?:方式|形式|手段|平台|系统|渠道|竞价交易|大宗交易|的价格)/y;

/** What follows a preposition belongs to it, whatever it is. */
const PREPOSITION =
  /(?:随着|在|以|从|向|与|和|同|跟|对于?|通过|经由?|由|按照?|用|为了?|于|因|自|到|赴|来到|前往|根据|凭借|围绕|去(?=\uE005)|除了?|携|率)/y;

/** Longest stretch that a preposition is taken to govern. */
const LONGEST_PHRASE = 16;

/**
 * True for a stretch of adverbs, dates, values and prepositional phrases, such as 日前已以3亿元: a verb after it has no
 * subject of its own in the clause.
 *
 * @param lead the view's text from the start of the clause to the verb
 */
export function isAdverbial(lead: string): boolean {
  let at = 0;
  while (at < lead.length) {
    const step = [MEANS, ADVERB].find((words) => {
      words.lastIndex = at;
      return words.test(lead);
    });
    if (step !== undefined) {
      at = step.lastIndex;
      continue;
    }
    PREPOSITION.lastIndex = at;
    return PREPOSITION.test(lead) && lead.length - at <= LONGEST_PHRASE;
  }
  return true;
}

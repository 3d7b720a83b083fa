/** Which noun of a phrase the phrase is about. */
import type { Item, SentenceView } from './view.ts';

/** After a name: what the phrase is about is something of that name. */
export const POSSESSED =
  /^(?:集团|公司)?(?:的|旗下|下属|所属|属下|麾下|名下|(?:第[一二三]|最)?大股东|控股股东|股东|实际控制人|(?:全资|控股)*(?:子|孙|分)公司|附属|投资的|(?:代表|领导|掌管|执掌|掌舵|掌控|创办|创立)的)/;

const OWNED_HEAD =
  /^(?:集团|公司)?(?:旗下|下属|所属|名下|控股|(?:合计|共同|分别)?所?持有|所持|拥有|手中)的?[^，。；\uE000-\uE003]{0,8}(?=[\uE001-\uE003])|^(?:的)?(?:第[一二三]|最)?(?:控股|大)?股东(?=\uE001)/;
/** 甲的子公司乙, and 甲乙 side by side: the one that sells, and what it sells. */
const CHILD_HEAD = /^(?=[\uE001])|^(?:的|全资|控股)*(?:子公司|附属公司|孙公司|分公司|控股公司)(?=[\uE001-\uE003])/;
const OTHER_HEAD =
  /^(?:集团|公司)?(?:及其[^，。；\uE000-\uE003]{0,8}\uE001?)?(?:(?:合计|共同)?所?持有?(?:的|\d)|旗下|下属|所属|名下|手中|(?:的|全资|控股)*(?:子公司|附属公司|孙公司|分公司)|品牌|牌|汽车|轿车|手机|电脑|产品|设备|机器|债券|期货|理财|股票|软件|服务|技术|专利|商标|系列|股东|员工|高管|总裁|董事|的(?:产品|设备|技术|服务|股票|员工|机密|最|每|报价|要约|价格|计划|请求|邀请|酬))/;

/** 收购甲旗下的啤酒业务: what is bought of 甲 is bought from nobody else. */
const BUSINESS =
  /^(?:集团|公司)?(?:旗下|下属|名下|拆分后|剩余|的)*[^，。；的\uE000-\uE003]{0,12}(?:业务|资产|部门|事业部|生产线)(?![^，。；]{0,4}(?:的(?!交易|收购)|总监|经理|负责人))/;

/**
 * The name that a verb governs whose first name is `item`: 乙 in 收购甲旗下的乙, 甲 in 收购甲的股权; undefined where the
 * phrase is about something that has no name, such as 购买甲的产品.
 */
export function headOf(view: SentenceView, item: Item): Item | undefined {
  const after = view.text.slice(item.at + 1, item.at + 24);
  if (BUSINESS.test(after)) return item;
  const owned = OWNED_HEAD.exec(after) ?? CHILD_HEAD.exec(after);
  if (owned !== null) return view.itemAt.get(item.at + 1 + owned[0].length);
  return OTHER_HEAD.test(after) ? undefined : item;
}

const NOUN =
  /^(?:者|方|价|人|商|额|款|资金|协议|合同|意向|要约|目标|环境|机会|条件|标的|公司|银行|机构|基金|促进|总额|规模|比例|回报|收益|风险|顾问|管理|咨询|贸易|战略|传闻|消息|事宜|案|热|潮|狂|完成|之|于|[前后时][，。；]|股东|报告|评级|建议|学者|量|团队|组合)/;
const SECOND_VERB = /[为与对向和后并是及或，、]|在(?![\uE001\uE005])|将|使|须|收购|并购|购买|接受|提供|表示|参加|出席/;

/** True where what follows a verb makes a noun of it: 投资者, 收购要约. */
export function isNominal(view: SentenceView, end: number): boolean {
  return NOUN.test(view.text.slice(end, end + 3));
}

/** True where the words between a verb and its object keep the two together, rather than begin something new. */
export function governs(view: SentenceView, end: number, object: Item): boolean {
  const gap = view.text.slice(end, object.at);
  return !gap.startsWith('在') && (gap.endsWith('的') || !SECOND_VERB.test(gap));
}

const HEAD = /^[^，；。：\uE000-\uE003]{0,24}的[^，；。：\uE000-\uE002]{0,10}([\uE000-\uE002])/;

/** The name that a relative clause belongs to whose last name is `item`: 丙 in 出席乙开幕式的丙. */
export function relativeHead(view: SentenceView, item: Item): Item | undefined {
  const match = HEAD.exec(view.text.slice(item.at + 1, item.at + 40));
  return match === null ? undefined : view.itemAt.get(item.at + match[0].length);
}

/** True where a title without a person follows: 甲公司总裁 acts, not 甲公司. */
export function isOffice(view: SentenceView, item: Item): boolean {
  return (
    item.class !== 'P' &&
    /^(?:[\uE00A]|负责人|总裁|董事长|人士|领导|记者|员工)/.test(view.text.slice(item.at + 1, item.at + 5))
  );
}

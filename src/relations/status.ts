/** How real a tie is, from the words around its verb. */
import type { Status } from '../ontology/status.ts';
import { clauseAt, splitClauses } from './clauses.ts';

/** A plain negation: nothing is stated then. */
const NEGATED =
  /(?:(?:没有|未曾|尚未|并未|未能|未有|无意|不会|不再|不参与|未(?!来|上市)|拒绝|放弃|避免|反对|阻止|是否|能否|会不会|暂不)(?:[与和同跟向对为被由给从][\uE000-\uE002]|[^，\uE000-\uE002]){0,6}|[不没])$/;
/** What could, should or is asked to be done is not done. */
const POSSIBLE =
  /(?:可以|能够|应该|应当|必须|(?<![许认])可(?!转|再|是|能)|(?<![功智性可才职万])能(?!源|力|量|效|耗)|(?<![供响反相对适])应(?!收|急|用|邀|对|变)|(?<![无急刚内])需(?!求)|须|(?<![主重首只需摘纲])要(?!约|素)|(?<![理联设思])想|不妨|有能力|有机会)[^，]{0,3}$/;
const CALLED_FOR =
  /(?:支持|鼓励|推动|要求|号召|引导|呼吁|建议|敦促|聚焦|围绕|旨在|有利于|有助于|如何|为何|怎样|强调要)[^，]{0,12}$/;
/** 就建设某项目交换意见: talks are not deeds. */
const TALKED_ABOUT = /(?:^|双方|[\uE000-\uE003])就(?!以|联合|携手|已|是|会|将|能|开始|把|与|和|有|要|曾)[^，]{1,30}$/;
const AGREED = /^[^。；]{0,40}(?:签署|签订|签约|达成|敲定)/;
/** 双方就合作建设了某项目: 就 is an adverb there, and what follows is done. */
const HAPPENED = /^[一-龥]{2}了/;
const SUPPOSED =
  /(?:^|[，；。：\uE000-\uE00A])(?:但|而|不过|那么)?(?:如果|如若|如能|若(?!干)|倘若|假如|假设|假若|一旦|要是|万一|即使|即便|除非)/;
const ONLY_THOUGHT_OF = /^[^，。；]{0,14}的?(?:可能性|猜想|猜测|设想)/;

const DENIED = /(?:否认|不实|辟谣|澄清|子虚乌有|不存在)/;
const RUMOURED =
  /(?:传闻|传言|有传|盛传|据传|市场传|传出|(?<![宣流])传(?:$|(?=[\uE000-\uE00A]))|有消息称|据称|据知情人士)/;
const UNSURE = /(?:或|或将|或会|或许|可能|有望|可望|料将?|恐|疑似)[^，]{0,6}$/;
const PLANNED =
  /(?:(?:拟|计划)[^，]{0,16}|拟|计划|准备|打算|有意|意向|意欲|意图|将(?!近|其|所|该|自己|名下|旗下|持有|手中|控股子|全资子|[\uE000-\uE003](?:的|\uE009))|欲|筹划|考虑|希望|期待|争取|预计|预期|规划|洽谈|愿(?!景)|探讨|商谈|谋求|寻求|试图|企图|提出|瞄准|研究)[^，]{0,14}$/;
const PURPOSE = /^为(?:了|使|进一步)?(?!期|止|首)[^，]{0,10}$/;
const UNDER_TALKS =
  /^(?![到赴]|前往|来到|走进|深入|抵达)[^，。；]{0,24}(?:进行|展开|开展|正在?|举行)[^，。；]{0,6}(?:谈判|磋商|商谈|洽谈|协商)/;
/** 竞购, 洽购: wanted, not had. */
const SOUGHT = /^[竞洽]购/;
const ENDED_BEFORE = /(?<!没有|并未|未|不|不会|从未)(?:终止|解除|取消|退出|撤销|中止|叫停|停止)了?[^，]{0,20}$/;
const ENDED_AFTER = /^[^，。；]{0,16}(?<!没有|并未|未|不|不会|从未)(?:终止|解除|取消|叫停|中止|结束)了?(?:[，。；]|$)/;
const FAILED = /^[^。；]{0,36}(?:[被遭][^，。；]{0,8}(?:叫停|否决|驳回|拒绝)|遭拒|流产|告吹|未果|泡汤|搁浅|以失败告终)/;
/** An agreement is signed, and what it is about is told next. */
const SIGNED = /(?:签署|签订|签约|签下)[^。；]{0,24}，[^，。；]*$/;
const ONGOING = /(?:正在|正式开工|开工|在建|持续推进|正$)/;
const DONE = /(?:已完成|完成对?|完成了|竣工|建成|封顶|投产|落成)/;

/** Where what follows is no longer said of the supposition. */
const BACK_TO_FACTS = /[；。]|，(?:但|不过|而(?!且)|然而|目前|此外|据|事实上|其实)/;

/** Whether a verb stands in a supposition or in what follows from it. */
function isSupposed(before: string): boolean {
  const { index } = SUPPOSED.exec(before) ?? {};
  return index !== undefined && !BACK_TO_FACTS.test(before.slice(index + 1));
}

/** Status as far as it is said, or that nothing is stated. */
export type Reading = { readonly stated: false } | { readonly stated: true; readonly status?: Status };

const PLAIN: Reading = { stated: true };
const NOTHING: Reading = { stated: false };

/**
 * Reads status and negation of what the verb at `index` says. What is asked, supposed, possible or called for is not
 * stated.
 *
 * @param text the view's text
 */
export function readStatus(text: string, index: number): Reading {
  const clauses = splitClauses(text);
  const clause = clauses[clauseAt(clauses, index)];
  if (clause === undefined) return PLAIN;
  const before = text.slice(clause.start, index);
  const after = text.slice(index);
  if (DENIED.test(before) || /^[^，]*(?:不实|不属实|子虚乌有)/.test(text.slice(clause.end, clause.end + 24))) {
    return { stated: true, status: 'denied' };
  }
  if (TALKED_ABOUT.test(before) && !AGREED.test(after) && !HAPPENED.test(after)) return NOTHING;
  if (NEGATED.test(before) || CALLED_FOR.test(before) || ONLY_THOUGHT_OF.test(after)) return NOTHING;
  if (isSupposed(text.slice(0, index)) || text.charAt(clause.end) === '？') return NOTHING;
  if (RUMOURED.test(text.slice(0, index)) || UNSURE.test(before)) return { stated: true, status: 'rumoured' };
  if (POSSIBLE.test(before)) return NOTHING;
  if (ENDED_BEFORE.test(before) || ENDED_AFTER.test(after) || FAILED.test(after)) {
    return { stated: true, status: 'ended' };
  }
  if (SOUGHT.test(after) || PLANNED.test(before) || PURPOSE.test(before) || UNDER_TALKS.test(after)) {
    return { stated: true, status: 'planned' };
  }
  if (DONE.test(before)) return { stated: true, status: 'done' };
  if (ONGOING.test(before)) return { stated: true, status: 'ongoing' };
  if (SIGNED.test(text.slice(0, index))) return { stated: true, status: 'signed' };
  return PLAIN;
}

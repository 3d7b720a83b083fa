/** How real a tie is, from the words around its verb. */
import type { Status } from '../ontology/status.ts';
import { clauseAt, splitClauses } from './clauses.ts';

/** A plain negation: nothing is stated then. */
const NEGATED =
  /(?:没有|未曾|尚未|并未|未能|未有|无意|不会|不再|不参与|未|拒绝|放弃|避免|反对|如果|假如|倘若|是否|能否)[^，]{0,6}$/;
const DENIED = /(?:否认|不实|辟谣|澄清|子虚乌有|不存在)/;
const RUMOURED =
  /(?:传闻|传言|有传|盛传|据传|市场传|传出|传$|传(?=[\uE000-\uE00A])|有消息称|据称|据知情人士|或将|疑似|有望)/;
const PLANNED =
  /(?:拟|计划|准备|打算|有意|意向|意欲|将(?!近)|欲|筹划|考虑|希望|期待|争取|预计|洽谈|愿意|探讨|商谈)[^，]{0,14}$/;
const ENDED = /(?:终止|解除|取消|退出|撤销|中止|叫停|停止|告吹)/;
const ONGOING = /(?:正在|正式开工|开工|在建|持续推进|正$)/;
const DONE = /(?:已完成|完成对?|完成了|竣工|建成|封顶|投产|落成)/;

/** Status as far as it is said, or that nothing is stated. */
export type Reading = { readonly stated: false } | { readonly stated: true; readonly status?: Status };

const PLAIN: Reading = { stated: true };

/**
 * Reads status and negation of what the verb at `index` says.
 *
 * @param text the view's text
 */
export function readStatus(text: string, index: number): Reading {
  const clauses = splitClauses(text);
  const clause = clauses[clauseAt(clauses, index)];
  if (clause === undefined) return PLAIN;
  const before = text.slice(clause.start, index);
  const whole = text.slice(clause.start, clause.end);
  if (DENIED.test(before) || /^[^，]*(?:不实|不属实|子虚乌有)/.test(text.slice(clause.end, clause.end + 24))) {
    return { stated: true, status: 'denied' };
  }
  if (NEGATED.test(before)) return { stated: false };
  if (RUMOURED.test(text.slice(0, index))) return { stated: true, status: 'rumoured' };
  if (ENDED.test(whole)) return { stated: true, status: 'ended' };
  if (PLANNED.test(before)) return { stated: true, status: 'planned' };
  if (DONE.test(before)) return { stated: true, status: 'done' };
  if (ONGOING.test(before)) return { stated: true, status: 'ongoing' };
  return PLAIN;
}

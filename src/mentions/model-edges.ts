/** Where the model's names begin and end: it judges characters one by one and does not count brackets. */
import { COMMON_SURNAMES, DOUBLE_SURNAMES } from './lexicon/surnames.ts';
import type { Candidate } from './mention.ts';

/** The source of the model's candidates. */
export const MODEL_SOURCE = 'model';

/** 率, 已 and their like after a name of two characters, which the model takes into it. */
const VERB_AT_END = /^[一-龥]{2}[率已将就称是还向互兼]$/u;

/** 到 of 到会, 作 of 作报告: the first character of what a person does, by the one behind it. */
const DOES =
  /^(?:作(?=报告|讲话|说明|总结|主旨|专题|发言|了)|出(?=席|任|访)|致(?=辞|词|电|函|欢|以)|到(?=会|访|场|任|达)|发(?=言|表|布)|主(?=持)|参(?=加)|陪(?=同)|听(?=取)|宣(?=布|读)|签(?=署)|讲(?=话)|指(?=出)|在(?=会|致|主|讲|京|接))/u;
const FULL_NAME = 3;

/** 甲中标: what a house does to a project, which the model takes into its name. */
const DEED_AT_START = /^[^中签承竞]{2,12}(?:中标|承建|签约|竞得)(?=.{4})/u;

/** 间接控股: what one house does to another, which the model takes into its name. */
const DEED_AT_END = /(?:直接|间接|合计|共同|累计)(?:控股|持股|持有|投资|收购)$/u;

/** Marks that belong together. */
const CLOSED_BY: ReadonlyMap<string, string> = new Map(
  ['【】', '（）', '《》', '“”', '‘’'].map(([open = '', close = '']) => [open, close]),
);
const CLOSING = new Set(CLOSED_BY.values());

/**
 * A candidate of the model's without what is no part of a name: a verb after a person, a deed after a house, a mark at
 * either edge that is closed or opened outside. Candidates of others stay as they are.
 *
 * @param text what the candidate's offsets point into
 * @returns `undefined` for what holds half of a pair of brackets
 */
export function withinEdges(text: string, candidate: Candidate): Candidate | undefined {
  if (candidate.source !== MODEL_SOURCE) return candidate;
  const { type } = candidate;
  const single = singleMark(text.slice(candidate.start, candidate.end));
  let { start, end } = candidate;
  if (single === 0) start++;
  else if (single === end - start - 1) end--;
  else if (single !== undefined) return undefined;
  const name = text.slice(start, end);
  if (singleMark(name) !== undefined) return undefined;
  if (type === 'company') end -= DEED_AT_END.exec(name)?.[0].length ?? 0;
  else if (type === 'project') start += DEED_AT_START.exec(name)?.[0].length ?? 0;
  else if (type === 'person' && beginsWithSurname(name)) {
    const does = name.length >= FULL_NAME && DOES.test(text.slice(end - 1, end + 2));
    if (does || VERB_AT_END.test(name)) end--;
  }
  return end - start === candidate.end - candidate.start ? candidate : { ...candidate, start, end };
}

/** Where in a name the first mark stands whose partner is not in it, or `undefined`. */
function singleMark(name: string): number | undefined {
  const open: { readonly at: number; readonly close: string | undefined }[] = [];
  for (let at = 0; at < name.length; at++) {
    const mark = name.charAt(at);
    if (CLOSED_BY.has(mark)) open.push({ at, close: CLOSED_BY.get(mark) });
    else if (CLOSING.has(mark) && open.pop()?.close !== mark) return at;
  }
  return open[0]?.at;
}

const beginsWithSurname = (name: string) =>
  name.length <= 4 && (COMMON_SURNAMES.has(name.charAt(0)) || DOUBLE_SURNAMES.has(name.slice(0, 2)));

/** Says that a server left something out of an answer, because there is too much of it. */
import { useWords } from '../context.ts';

/** Nothing where all is there. */
export function Cut({
  from,
  what,
}: {
  readonly from: { readonly cut?: true };
  readonly what: 'reasonsCut' | 'articleCut' | 'meetingsCut';
}) {
  const words = useWords();
  return from.cut === true ? <p className="section quiet">{words.part[what]}</p> : null;
}

/** Says that an answer of the server reached its limit. */
import { useExplorer, useWords } from '../context.ts';

/** How many there are beside those that are listed; nothing where all are, as in a page that has everything. */
export function Unlisted({ listed, all }: { readonly listed: number; readonly all: number }) {
  const { more } = useExplorer().source;
  const words = useWords();
  if (more === null || all <= listed) return null;
  return <p className="section quiet">{words.part.unlisted(all - listed)}</p>;
}

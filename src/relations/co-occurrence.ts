/** Names that share a sentence in which nothing is stated between them. */
import type { Located } from './gather.ts';
import { pairsWithin } from './statement.ts';
import type { SentenceView } from './view.ts';

/** In a sentence with more names than this, sharing it says nothing. */
const MOST_NAMES = 6;

const NAMES = new Set(['P', 'O', 'G', 'J', 'E', 'X']);

/**
 * `co_occurs` for pairs that share a sentence and have no stated tie in the document.
 *
 * @param stated what the rules found
 */
export function coOccurrences(views: readonly SentenceView[], stated: readonly Located[]): Located[] {
  const tied = new Set(
    stated.flatMap(({ statement: { source, target } }) => [`${source} ${target}`, `${target} ${source}`]),
  );
  const found: Located[] = [];
  for (const view of views) {
    if (view.items.length === 0) continue;
    const names = new Set(view.items.filter((item) => NAMES.has(item.class)).flatMap((item) => item.entities));
    if (names.size < 2 || names.size > MOST_NAMES) continue;
    for (const [source, target] of pairsWithin([...names])) {
      if (tied.has(`${source} ${target}`)) continue;
      found.push({
        statement: { type: 'co_occurs', source, target, confidence: 0.3, rule: 'same-sentence', at: 0 },
        sentences: [view.sentence],
      });
    }
  }
  return found;
}

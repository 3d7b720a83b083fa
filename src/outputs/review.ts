/** What a reader should look at first: names that were joined or kept apart on thin grounds. */
import type { Network, NetworkEntity } from '../network/network.ts';
import { nameKey } from '../tokens/normalise.ts';
import type { ReviewMerge, ReviewPair, ReviewQueue } from './explorer-data.ts';

/** A merge below this confidence is an inference that a reader may well see differently. */
const DOUBTFUL = 0.93;

/** What a person or a common rule decided is not asked again. */
const SETTLED: ReadonlySet<string> = new Set(['configured', 'curated', 'majority-type']);

/** Questions beyond this number are counted, not listed: nobody answers more in a day. */
const MOST = 300;

/**
 * Doubtful merges and pairs of namesakes, the most doubtful first.
 *
 * @param textOf an article's text, by document id
 */
export function toReview({ entities }: Network, textOf: (document: string) => string): ReviewQueue {
  const merges = entities
    .flatMap(({ id, documents: [witness = ''], merges: reasons }) =>
      reasons
        .filter(({ rule, confidence }) => confidence < DOUBTFUL && !SETTLED.has(rule))
        .map((reason): ReviewMerge => ({ entity: id, witness, ...reason })),
    )
    // Where names are the same, only the article can tell what is to be split off.
    .filter(({ names: [into, from], document }) => nameKey(into) !== nameKey(from) || document !== undefined)
    .sort((a, b) => a.confidence - b.confidence);
  const witnessOf = new Map(entities.map(({ id, documents: [first = ''] }) => [id, first]));
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const pairs = new Map<string, ReviewPair>();
  for (const { id, splits } of entities) {
    for (const { other, reason, rule } of splits) {
      if (rule !== 'unclear-context') continue;
      const [one = id, two = other] = [id, other].sort();
      const witnesses = [witnessOf.get(one) ?? '', witnessOf.get(two) ?? ''] as const;
      pairs.set(`${one} ${two}`, { one, other: two, witnesses, reason });
    }
  }
  const asked = [...pairs.values()];
  return {
    merges: merges.slice(0, MOST).map((merge) => ({ ...merge, ...whereSeen(merge, byId.get(merge.entity), textOf) })),
    pairs: asked.slice(0, MOST),
    left: Math.max(0, merges.length - MOST) + Math.max(0, asked.length - MOST),
  };
}

/** The first mention that bears the name that is not the entity's own. */
function whereSeen(
  { names: [into, from] }: ReviewMerge,
  entity: NetworkEntity | undefined,
  textOf: (document: string) => string,
): Pick<ReviewMerge, 'seen'> {
  const wanted = nameKey(from === entity?.name ? into : from);
  const found = entity?.mentions.find(
    ({ document, start, end }) => nameKey(textOf(document).slice(start, end)) === wanted,
  );
  return found === undefined ? {} : { seen: [found.document, found.start, found.end] };
}

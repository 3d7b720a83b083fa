/** Names to choose from as one types: those of the page, and those of the whole network. */
import type { ServedName } from '../../../outputs/served.ts';
import type { Dataset } from '../../state/dataset.ts';
import { findNodes } from '../../state/lookup.ts';

/** A name to choose: one of the page's, or one of the whole network that the page has a part of. */
export type NameChoice =
  | { readonly kind: 'loaded'; readonly node: number; readonly alias: string | null }
  | { readonly kind: 'elsewhere'; readonly name: ServedName };

/** The network as the page shows it, and as it was loaded, before the reader's decisions. */
interface Networks {
  readonly dataset: Dataset;
  readonly base: Dataset;
}

/**
 * What fits, the best first; what the server found comes in its order, and then what only the page knows.
 *
 * @param served what the server found; nothing where the page has all of the network
 * @param most names at most
 * @param except node that is not offered
 */
export function findChoices(
  { dataset, base }: Networks,
  query: string,
  served: readonly ServedName[],
  most: number,
  except?: number,
): NameChoice[] {
  const here = findNodes(dataset, query, most + 1).filter(({ node }) => node !== except);
  const ranked = served.flatMap((name): NameChoice[] => {
    const node = dataset.nodeByKey.get(name.id);
    if (node !== undefined) return [{ kind: 'loaded', node, alias: name.alias }];
    // A name that was loaded and is no more was merged or taken out by a decision; the page knows it by another.
    return base.nodeByKey.has(name.id) ? [] : [{ kind: 'elsewhere', name }];
  });
  const known = new Set(ranked.map((choice) => (choice.kind === 'loaded' ? choice.node : -1)));
  const others = here
    .filter(({ node }) => !known.has(node))
    .map(({ node, alias }): NameChoice => ({ kind: 'loaded', node, alias }));
  return [...ranked.filter((choice) => choice.kind === 'elsewhere' || choice.node !== except), ...others].slice(
    0,
    most,
  );
}

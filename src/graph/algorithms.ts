/**
 * Graphology's algorithms under types that hold. Their packages are CommonJS and declare an ES default export, so that
 * strict Node resolution sees `{ default }` where at run time the function itself arrives (and bundlers may give
 * either).
 */
import louvainModule from 'graphology-communities-louvain';
import forceAtlas2Module from 'graphology-layout-forceatlas2';
import betweennessModule from 'graphology-metrics/centrality/betweenness.js';
import pagerankModule from 'graphology-metrics/centrality/pagerank.js';

type DefaultOf<M> = M extends { readonly default: infer T } ? T : M;

function defaultOf<M>(module: M): DefaultOf<M> {
  const inner = typeof module === 'object' && module !== null && 'default' in module ? module.default : module;
  return inner as DefaultOf<M>;
}

/** Louvain communities (Blondel et al. 2008). */
export const louvain: DefaultOf<typeof louvainModule> = defaultOf(louvainModule);
/** ForceAtlas2 (Jacomy et al. 2014), run to the end at once. */
export const forceAtlas2: DefaultOf<typeof forceAtlas2Module> = defaultOf(forceAtlas2Module);
/** Exact betweenness centrality (Brandes 2001). */
export const betweennessCentrality: DefaultOf<typeof betweennessModule> = defaultOf(betweennessModule);
/** PageRank (Page et al. 1999). */
export const pagerank: DefaultOf<typeof pagerankModule> = defaultOf(pagerankModule);

/** The plain way to show the same network: graphology-gexf parses the GEXF, sigma draws it with its defaults. */
import { MultiDirectedGraph } from 'graphology';
import { parse } from 'graphology-gexf/browser';
import Sigma from 'sigma';

declare global {
  interface Window {
    /** Hides ties of one type, or none. */
    hide(relationType: string | null): void;
  }
}

const response = await fetch('graph.gexf');
const graph = parse(MultiDirectedGraph, await response.text());
const container = document.getElementById('graph');
if (container === null) throw new Error('The page has no place for the graph.');
const renderer = new Sigma(graph, container);
let hidden: string | null = null;

window.hide = (relationType) => {
  const ofType = graph.filterEdges((_, attributes) => attributes.relationType === (relationType ?? hidden));
  renderer.setEdgesState(ofType, { isHidden: relationType !== null });
  hidden = relationType;
};

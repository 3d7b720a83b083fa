/** Graphology's own serialisation (https://graphology.github.io/serialization.html), in chunks. */
import type { ReadableGraph } from './columns.ts';

/** Writes a graph so that `Graph.from(JSON.parse(text))` gives it back. */
export function* toGraphJson(graph: ReadableGraph): Generator<string> {
  const options = { type: 'directed', multi: true, allowSelfLoops: true };
  yield `{"options":${JSON.stringify(options)},"attributes":${JSON.stringify(graph.getAttributes())},"nodes":[`;
  let separator = '\n';
  for (const key of graph.nodes()) {
    yield `${separator}${JSON.stringify({ key, attributes: graph.getNodeAttributes(key) })}`;
    separator = ',\n';
  }
  yield '\n],"edges":[';
  separator = '\n';
  for (const key of graph.edges()) {
    const ends = { key, source: graph.source(key), target: graph.target(key) };
    yield `${separator}${JSON.stringify({ ...ends, attributes: graph.getEdgeAttributes(key) })}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

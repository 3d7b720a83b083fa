/**
 * GEXF 1.3 (https://gexf.net): opens in Gephi and Gephi Lite with types, dates, colours, sizes and positions.
 *
 * The prefix `viz` is bound to the main namespace: the 1.3 schema declares colour, position and size there, while many
 * readers look for the prefix.
 */
import { type CellValue, type Column, EDGE_COLUMNS, NODE_COLUMNS, type ReadableGraph } from './columns.ts';
import { firstDay, lastDay } from './dates.ts';
import { escapeXml } from './xml.ts';

const NAMESPACE = 'http://gexf.net/1.3';

const GEXF_TYPES = {
  string: 'string',
  integer: 'integer',
  double: 'double',
  boolean: 'boolean',
  list: 'liststring',
} as const;

/**
 * Writes a graph as GEXF, in chunks. All edges are directed, since many readers refuse mixed graphs; `symmetric` marks
 * those that have no direction. Nodes and edges carry a spell from their first to their last date; a date that is
 * only a year or a month covers all of it. Characters that XML cannot hold become U+FFFD.
 */
export function* toGexf(graph: ReadableGraph): Generator<string> {
  const { title, generator } = graph.getAttributes();
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<gexf xmlns="${NAMESPACE}" xmlns:viz="${NAMESPACE}" version="1.3">\n`;
  yield `  <meta>\n    <creator>${escapeXml(generator)}</creator>\n    <description>${escapeXml(title)}</description>\n  </meta>\n`;
  yield '  <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">\n';
  yield declare('node', NODE_COLUMNS);
  yield declare('edge', EDGE_COLUMNS);
  yield `    <nodes count="${graph.order}">\n`;
  for (const key of graph.nodes()) {
    const node = graph.getNodeAttributes(key);
    yield `      <node id="${escapeXml(key)}" label="${escapeXml(node.label)}">\n`;
    yield values(NODE_COLUMNS, node);
    yield spells(node.firstSeen, node.lastSeen);
    yield `        ${color(node.color)}\n`;
    yield `        <viz:position x="${node.x}" y="${node.y}" z="0"/>\n`;
    yield `        <viz:size value="${node.size}"/>\n      </node>\n`;
  }
  yield '    </nodes>\n';
  yield `    <edges count="${graph.size}">\n`;
  for (const key of graph.edges()) {
    const edge = graph.getEdgeAttributes(key);
    const ends = `source="${escapeXml(graph.source(key))}" target="${escapeXml(graph.target(key))}"`;
    const kind = `kind="${escapeXml(edge.relationType)}"`;
    yield `      <edge id="${escapeXml(key)}" ${ends} ${kind} label="${escapeXml(edge.label)}" weight="${edge.weight}">\n`;
    yield values(EDGE_COLUMNS, edge);
    yield spells(edge.firstDate, edge.lastDate);
    yield `        ${color(edge.color)}\n        <viz:thickness value="${edge.size}"/>\n      </edge>\n`;
  }
  yield '    </edges>\n  </graph>\n</gexf>\n';
}

function declare<A>(kind: 'node' | 'edge', columns: readonly Column<A>[]): string {
  const lines = columns.map(
    ({ name, type }, index) => `      <attribute id="${index}" title="${name}" type="${GEXF_TYPES[type]}"/>\n`,
  );
  return `    <attributes class="${kind}" mode="static">\n${lines.join('')}    </attributes>\n`;
}

function values<A>(columns: readonly Column<A>[], attributes: A): string {
  const lines = columns.flatMap((column, index) => {
    const value = column.value(attributes);
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    return [`          <attvalue for="${index}" value="${escapeXml(text(value))}"/>\n`];
  });
  return lines.length === 0 ? '' : `        <attvalues>\n${lines.join('')}        </attvalues>\n`;
}

/** A list in GEXF's `liststring`: items between `|`, which the items themselves must not hold. */
function text(value: CellValue): string {
  if (typeof value !== 'object') return String(value);
  return value.map((item) => item.replaceAll('|', '｜')).join('|');
}

function spells(first: string | undefined, last: string | undefined): string {
  const start = firstDay(first);
  const end = lastDay(last ?? first);
  if (start === undefined || end === undefined) return '';
  return `        <spells>\n          <spell start="${start}" end="${end}"/>\n        </spells>\n`;
}

function color(hex: string): string {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) || 0;
  return `<viz:color r="${channel(1)}" g="${channel(3)}" b="${channel(5)}"/>`;
}

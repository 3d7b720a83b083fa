/** Money ties drawn in layers from left to right: who pays or owns stands before what is paid for or owned. */
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { STATUSES, type Status } from '../../../ontology/status.ts';
import { textUnits, wrapLabel } from '../../canvas/labels/text.ts';
import { entityTypeOf, nameOf, relationTypeOf } from '../../state/dataset.ts';
import { formatAmount, formatShare } from '../../state/format.ts';
import type { MoneyFlow, MoneyTie } from '../../state/investors.ts';
import { rivalFigures } from '../../state/ties.ts';
import { askInvestors, selectEdge, selectNode } from '../../state/view.ts';
import { useExplorer, useShards, useView, useWords } from '../context.ts';
import { TypeShape } from '../parts.tsx';
import { type FlowLayout, type FlowPoint, layOutFlow, smoothPath } from './flow-layout.ts';
import { moneyLabel } from './label.ts';

/** Boxes that are drawn at most; the farthest ones are left to the table. */
const MOST_BOXES = 160;
const LINE_HEIGHT = 18;
const UNIT = 14;
const LABEL_UNIT = 12;

/** Lines of a box's name. */
function linesOf(name: string): readonly string[] {
  return wrapLabel(name, true);
}

/** The layered drawing. */
export function FlowDiagram({ flow, start }: { readonly flow: MoneyFlow; readonly start: number }) {
  const { dataset } = useExplorer();
  const { selection } = useView();
  const words = useWords();
  const labels = useTieLabels(flow.ties);
  const drawn = useMemo(() => {
    const nodes = [...flow.levels]
      .sort((a, b) => Math.abs(a[1]) - Math.abs(b[1]) || a[0] - b[0])
      .slice(0, MOST_BOXES)
      .map(([node]) => node);
    const kept = new Set(nodes);
    return { nodes, ties: flow.ties.filter(({ source, target }) => kept.has(source) && kept.has(target)) };
  }, [flow]);
  const layout = useMemo(() => {
    const boxes = drawn.nodes.map((node) => {
      const lines = linesOf(nameOf(dataset, node));
      const width = Math.max(...lines.map(textUnits)) * UNIT + 40;
      return { key: String(node), width, height: lines.length * LINE_HEIGHT + 14 };
    });
    const lines = drawn.ties.map((tie) => {
      const [from, to] = outwards(tie, flow);
      const width = Math.max(...(labels.get(tie.edge) ?? ['']).map(textUnits)) * LABEL_UNIT + 12;
      const height = (labels.get(tie.edge)?.length ?? 1) * 16;
      return { key: String(tie.edge), from: String(from), to: String(to), width, height };
    });
    return layOutFlow(boxes, lines);
  }, [dataset, drawn, flow, labels]);
  const [scroller, scale] = useFit(layout);
  const [pointed, setPointed] = useState<number | null>(null);
  const isHot = (edge: number): boolean => edge === pointed || (selection?.kind === 'edge' && selection.edge === edge);
  const undrawn = flow.levels.size - drawn.nodes.length;
  const statuses = new Set(drawn.ties.map(({ edge }) => dataset.network.edges.status[edge] ?? null));
  return (
    <>
      <div ref={scroller} className="flow-scroll">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose parts can be reached one by one. */}
        <svg
          className="flow"
          width={layout.width * scale}
          height={layout.height * scale}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          role="group"
          aria-label={words.investors.description(nameOf(dataset, start))}
        >
          {drawn.ties.map((tie) => (
            <TieLine key={tie.edge} tie={tie} place={layout.lines.get(String(tie.edge))} hot={isHot(tie.edge)} />
          ))}
          {drawn.ties.map((tie) => (
            <TieLabel
              key={tie.edge}
              tie={tie}
              lines={labels.get(tie.edge) ?? []}
              place={layout.lines.get(String(tie.edge))}
              hot={isHot(tie.edge)}
              onPoint={setPointed}
            />
          ))}
          {drawn.nodes.map((node) => (
            <Box
              key={node}
              node={node}
              place={layout.boxes.get(String(node))}
              start={node === start}
              selected={selection?.kind === 'node' && selection.node === node}
            />
          ))}
        </svg>
      </div>
      <ul className="flow-legend">
        {[null, ...(Object.keys(STATUSES) as Status[])]
          .filter((status) => statuses.has(status))
          .map((status) => (
            <StatusKey key={status ?? 'stated'} status={status} />
          ))}
        {undrawn > 0 ? <li className="quiet">{words.investors.undrawn(undrawn)}</li> : null}
      </ul>
    </>
  );
}

/** Ends of a tie as they stand from left to right; a tie without direction leads away from the start. */
function outwards({ source, target, either }: MoneyTie, { levels }: MoneyFlow): readonly [number, number] {
  const a = levels.get(source) ?? 0;
  const b = levels.get(target) ?? 0;
  return either && b < a ? [target, source] : [source, target];
}

/** What is written on each tie, line by line: its kind, its figures, and whether sources differ. */
function useTieLabels(ties: readonly MoneyTie[]): ReadonlyMap<number, readonly string[]> {
  const { dataset } = useExplorer();
  const { language } = useView();
  const shards = useShards();
  const words = useWords();
  const version = shards.version();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what has arrived in the shards.
  return useMemo(() => {
    const { amount, currency, qualifier, share, joint, status } = dataset.network.edges;
    return new Map(
      ties.map((tie) => {
        const { edge } = tie;
        const sum = amount[edge] ?? null;
        const part = share[edge] ?? null;
        const state = status[edge] ?? null;
        const evidence = shards.evidence(edge);
        const rival = evidence.status === 'ready' && rivalFigures(evidence.value).length > 0;
        const figures = [
          sum === null ? '' : formatAmount(sum, currency[edge] ?? '', language, qualifier[edge] ?? undefined),
          part === null ? '' : formatShare(part, undefined, language),
          (joint[edge] ?? null) === null ? '' : words.investors.joint,
        ].filter(Boolean);
        const head = [moneyLabel(dataset, tie, language, words), state === null ? '' : STATUSES[state][language]];
        return [
          edge,
          [head.filter(Boolean).join(' · '), figures.join(' '), rival ? words.investors.rival : ''].filter(Boolean),
        ];
      }),
    );
  }, [dataset, ties, language, words, shards, version]);
}

/** The scale at which the drawing fits its room, but never so small that names cannot be read, nor larger than life. */
function useFit(layout: FlowLayout) {
  const scroller = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = (): void => {
      const fit = Math.min(element.clientWidth / layout.width, element.clientHeight / layout.height);
      setScale(Math.min(1.3, Math.max(0.72, fit * 0.98)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [layout]);
  return [scroller, scale] as const;
}

function onKey(action: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    action();
  };
}

interface TieProps {
  readonly tie: MoneyTie;
  readonly place: { readonly points: readonly FlowPoint[]; readonly label: FlowPoint } | undefined;
  /** Whether the reader points at the tie or has chosen it. */
  readonly hot: boolean;
}

/** All lines are drawn before all labels, so that no line crosses a word. */
function TieLine({ tie, place, hot }: TieProps) {
  const { dataset } = useExplorer();
  if (place === undefined) return null;
  const { color } = relationTypeOf(dataset, tie.edge);
  const status = dataset.network.edges.status[tie.edge] ?? 'stated';
  const path = smoothPath(place.points);
  return (
    <g className={`flow-stroke flow-${status}`} data-hot={hot ? '' : undefined}>
      <path className="flow-line" d={path} stroke={color} />
      {status === 'signed' ? <path className="flow-core" d={path} /> : null}
      {tie.either ? null : <path className="flow-head" d={arrowHead(place.points)} fill={color} />}
    </g>
  );
}

interface TieLabelProps extends TieProps {
  readonly lines: readonly string[];
  readonly onPoint: (edge: number | null) => void;
}

function TieLabel({ tie, lines, place, hot, onPoint }: TieLabelProps) {
  const { dataset, store } = useExplorer();
  if (place === undefined) return null;
  const status = dataset.network.edges.status[tie.edge] ?? 'stated';
  const width = Math.max(...lines.map(textUnits)) * LABEL_UNIT + 6;
  const open = (): void => store.update((view) => selectEdge(view, tie.edge));
  const top = place.label.y - (lines.length * 16) / 2;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button of its own.
    <g
      className={`flow-tie flow-${status}`}
      data-edge={tie.edge}
      data-hot={hot ? '' : undefined}
      role="button"
      tabIndex={0}
      aria-label={`${nameOf(dataset, tie.source)} ${lines.join(' ')} ${nameOf(dataset, tie.target)}`}
      onClick={open}
      onKeyDown={onKey(open)}
      onPointerEnter={() => onPoint(tie.edge)}
      onPointerLeave={() => onPoint(null)}
    >
      <path className="flow-hit" d={smoothPath(place.points)} />
      <rect
        className="flow-plate"
        x={place.label.x - width / 2}
        y={top - 1}
        width={width}
        height={lines.length * 16 + 2}
        rx={2}
      />
      {lines.map((line, i) => (
        <text key={line} x={place.label.x} y={top + 12 + i * 16} className={i === 0 ? 'flow-verb' : 'flow-figure'}>
          {`${line} `}
        </text>
      ))}
    </g>
  );
}

/** Lines reach boxes level, so heads need only know from which side. */
function arrowHead(points: readonly FlowPoint[]): string {
  const tip = points.at(-1);
  const from = points.at(-2);
  if (tip === undefined || from === undefined) return '';
  const back = from.x <= tip.x ? -9 : 9;
  return `M${tip.x} ${tip.y}l${back} 4v-8z`;
}

interface BoxProps {
  readonly node: number;
  readonly place: FlowPoint | undefined;
  readonly start: boolean;
  readonly selected: boolean;
}

function Box({ node, place, start, selected }: BoxProps) {
  const { dataset, store } = useExplorer();
  const { language } = useView();
  if (place === undefined) return null;
  const name = nameOf(dataset, node);
  const lines = linesOf(name);
  const width = Math.max(...lines.map(textUnits)) * UNIT + 40;
  const height = lines.length * LINE_HEIGHT + 14;
  const left = place.x - width / 2;
  const top = place.y - height / 2;
  const type = entityTypeOf(dataset, node);
  const open = (): void => store.update((view) => selectNode(view, node));
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button of its own.
    <g
      className="flow-box"
      data-node={node}
      data-start={start ? '' : undefined}
      data-selected={selected ? '' : undefined}
      role="button"
      tabIndex={0}
      aria-label={`${name} ${type[language]}`}
      onClick={open}
      onDoubleClick={() => store.update((view) => askInvestors(view, { company: node }))}
      onKeyDown={onKey(open)}
    >
      <rect x={left} y={top} width={width} height={height} rx={3} />
      <g transform={`translate(${left + 10} ${place.y - 7}) scale(.875)`}>
        <TypeShape type={type} />
      </g>
      {lines.map((line, i) => (
        <text key={line} x={left + 30} y={top + 20 + i * LINE_HEIGHT}>
          {`${line} `}
        </text>
      ))}
    </g>
  );
}

function StatusKey({ status }: { readonly status: Status | null }) {
  const { language } = useView();
  const words = useWords();
  return (
    <li>
      <svg viewBox="0 0 34 8" aria-hidden="true" className={`flow-${status ?? 'stated'}`}>
        <path className="flow-line" d="M1 4h32" stroke="currentColor" />
        {status === 'signed' ? <path className="flow-core" d="M1 4h32" /> : null}
      </svg>
      {status === null ? words.investors.stated : STATUSES[status][language]}
    </li>
  );
}

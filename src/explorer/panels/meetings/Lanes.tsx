/** Meetings along time: a lane for each person, a dot for each occasion. */
import { useMemo } from 'react';
import { entityTypeOf, nameOf } from '../../state/dataset.ts';
import { formatDate } from '../../state/format.ts';
import type { Occasion } from '../../state/meetings.ts';
import { firstMonthOf } from '../../state/months.ts';
import { selectEdge } from '../../state/view.ts';
import { useExplorer, useView, useWords } from '../context.ts';

const MOST_LANES = 18;

interface Lane {
  readonly node: number;
  readonly dots: readonly { readonly occasion: Occasion; readonly at: number }[];
}

/** A date of any precision as a fraction of years. */
function yearsOf(date: string): number {
  const day = Number(/^\d{4}-\d{2}-(\d{2})/.exec(date)?.[1] ?? 15);
  return firstMonthOf(date) / 12 + (day - 1) / 372;
}

/** Years to write on the axis: all of them, or every second, fifth, tenth. */
export function yearsToName(first: number, last: number): number[] {
  const step = [1, 2, 5, 10, 20, 50].find((size) => (last - first) / size <= 10) ?? 100;
  const years: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year);
  return years;
}

/** The lanes. With `person`, one for each whom that person met; otherwise one for each who met anybody. */
export function Lanes({
  occasions,
  person,
}: {
  readonly occasions: readonly Occasion[];
  readonly person: number | null;
}) {
  const { dataset, store, pointed } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const { lanes, first, last, undated } = useMemo(() => layOutLanes(occasions, person), [occasions, person]);
  if (lanes.length === 0) return <p className="quiet">{words.meetings.undated(undated)}</p>;
  const span = last - first;
  const place = (at: number): string => `${((at - first) / span) * 100}%`;
  return (
    <div className="lanes">
      {lanes.slice(0, MOST_LANES).map(({ node, dots }) => (
        <div key={node} className="lane">
          <span className="lane-name" title={nameOf(dataset, node)}>
            {nameOf(dataset, node)}
          </span>
          <span className="lane-line">
            {dots.map(({ occasion, at }) => {
              const { edge, date, a, b } = occasion;
              const label = `${nameOf(dataset, a)} · ${nameOf(dataset, b)} · ${formatDate(date ?? '', language)}`;
              return (
                <button
                  key={`${edge} ${date}`}
                  type="button"
                  className="lane-dot"
                  style={{ insetInlineStart: place(at), color: entityTypeOf(dataset, node).color }}
                  aria-label={label}
                  title={label}
                  onPointerEnter={() => pointed.update(() => ({ nodes: new Set([a, b]), edges: new Set([edge]) }))}
                  onPointerLeave={() => pointed.update(() => null)}
                  onClick={() => store.update((view) => selectEdge(view, edge))}
                />
              );
            })}
          </span>
        </div>
      ))}
      <div className="lane lane-axis" aria-hidden="true">
        <span />
        <span className="lane-line">
          {yearsToName(first, last).map((year) => (
            <span key={year} className="lane-year" style={{ insetInlineStart: place(year) }}>
              {year}
            </span>
          ))}
        </span>
      </div>
      {lanes.length > MOST_LANES ? <p className="quiet">{words.meetings.cut(MOST_LANES, lanes.length)}</p> : null}
      {undated > 0 ? <p className="quiet">{words.meetings.undated(undated)}</p> : null}
    </div>
  );
}

/** Puts meetings into lanes, those with most first; of all but `person`. */
export function layOutLanes(occasions: readonly Occasion[], person: number | null) {
  const byNode = new Map<number, { occasion: Occasion; at: number }[]>();
  let [first, last, undated] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const occasion of occasions) {
    if (occasion.date === null) {
      undated++;
      continue;
    }
    const at = yearsOf(occasion.date);
    first = Math.min(first, at);
    last = Math.max(last, at);
    for (const node of [occasion.a, occasion.b]) {
      if (node === person) continue;
      const dots = byNode.get(node);
      if (dots === undefined) byNode.set(node, [{ occasion, at }]);
      else dots.push({ occasion, at });
    }
  }
  const lanes: Lane[] = [...byNode]
    .map(([node, dots]) => ({ node, dots }))
    .sort((a, b) => b.dots.length - a.dots.length || (b.dots[0]?.at ?? 0) - (a.dots[0]?.at ?? 0) || a.node - b.node);
  return { lanes, first: Math.floor(first), last: Math.max(Math.floor(first) + 1, Math.ceil(last)), undated };
}

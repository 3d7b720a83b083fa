/** A period chosen on a histogram of the ties: by drawing over it, by moving what was drawn, or with two handles. */
import { type PointerEvent, useRef } from 'react';
import { formatDate } from '../state/format.ts';
import { monthToIso } from '../state/months.ts';
import { changeFilters } from '../state/view.ts';
import { useExplorer, useScene, useView, useWords } from './context.ts';

/** The period that is chosen, within the months that have ties. */
export interface Period {
  /** First and last month with ties. */
  readonly first: number;
  readonly last: number;
  /** First and last month chosen. */
  readonly from: number;
  readonly to: number;
  /** True when all months are chosen. */
  readonly whole: boolean;
  /** A month as the reader writes it. */
  readonly say: (month: number) => string;
  /** Chooses; the ends of all months leave that side open. */
  readonly choose: (from: number, to: number) => void;
}

/** The period of the view; null in a network without dates. */
export function usePeriod(): Period | null {
  const { dataset, store } = useExplorer();
  const { filters, language } = useView();
  const { months } = dataset;
  if (months === null) return null;
  const { first, last } = months;
  const from = Math.max(first, Math.min(filters.from ?? first, last));
  const to = Math.max(from, Math.min(filters.to ?? last, last));
  return {
    first,
    last,
    from,
    to,
    whole: filters.from === null && filters.to === null,
    say: (month) => formatDate(monthToIso(month), language),
    choose(a, b) {
      const [low, high] = a <= b ? [a, b] : [b, a];
      store.update((view) => changeFilters(view, { from: low <= first ? null : low, to: high >= last ? null : high }));
    },
  };
}

/** What a drag over the histogram does. */
interface Drag {
  readonly month: number;
  readonly x: number;
  /** The period when the drag began, where it moves that; null where it draws a new one. */
  readonly moved: { readonly from: number; readonly to: number } | null;
}

/** Pixels below which a press is no drag. */
const STILL = 4;

/** The histogram with its brush and handles. */
export function DateTrack({ period }: { readonly period: Period }) {
  const { filtered } = useScene();
  const words = useWords();
  const drag = useRef<Drag | null>(null);
  const { first, last, from, to, whole, say, choose } = period;
  const span = Math.max(1, last - first);
  const months = last - first + 1;
  const { bins } = filtered;
  const highest = Math.max(1, ...bins.map((bin) => bin.count));

  function monthAt(event: PointerEvent): number {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / Math.max(1, box.width);
    return Math.max(first, Math.min(last, first + Math.floor(share * months)));
  }

  return (
    <div className="range">
      <svg
        className="histogram"
        viewBox={`0 0 ${months} 100`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerDown={(event) => {
          const month = monthAt(event);
          const inside = !whole && month >= from && month <= to;
          drag.current = { month, x: event.clientX, moved: inside ? { from, to } : null };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          const began = drag.current;
          if (began === null || Math.abs(event.clientX - began.x) < STILL) return;
          const month = monthAt(event);
          if (began.moved === null) {
            choose(began.month, month);
            return;
          }
          const wish = month - began.month;
          const shift = Math.max(first - began.moved.from, Math.min(last - began.moved.to, wish));
          choose(began.moved.from + shift, began.moved.to + shift);
        }}
        onPointerUp={(event) => {
          const began = drag.current;
          drag.current = null;
          if (began === null || Math.abs(event.clientX - began.x) >= STILL) return;
          const bin = bins.find((one) => began.month >= one.from && began.month <= one.to);
          if (bin !== undefined) choose(Math.max(first, bin.from), Math.min(last, bin.to));
        }}
      >
        <title>{words.timeline.brush}</title>
        {whole ? null : <rect className="brush" x={from - first} width={to - from + 1} y={0} height={100} />}
        {bins.map((bin) => {
          const width = bin.to - bin.from + 1;
          const height = (bin.count / highest) * 96;
          return (
            <rect
              key={bin.from}
              x={bin.from - first + width * 0.1}
              width={width * 0.8}
              y={100 - height}
              height={height}
              className={bin.to < from || bin.from > to ? 'out' : 'in'}
            />
          );
        })}
      </svg>
      <div className="double-slider">
        <span
          className="track"
          style={{
            insetInlineStart: `${((from - first) / span) * 100}%`,
            insetInlineEnd: `${((last - to) / span) * 100}%`,
          }}
        />
        <input
          type="range"
          aria-label={words.filters.since}
          aria-valuetext={say(from)}
          min={first}
          max={last}
          value={from}
          onChange={(event) => choose(Math.min(Number(event.target.value), to), to)}
        />
        <input
          type="range"
          aria-label={words.filters.until}
          aria-valuetext={say(to)}
          min={first}
          max={last}
          value={to}
          onChange={(event) => choose(from, Math.max(Number(event.target.value), from))}
        />
      </div>
    </div>
  );
}

/** Whether ties without a date are shown, and how many there are. */
export function UndatedSwitch() {
  const { store } = useExplorer();
  const { filters } = useView();
  const { filtered } = useScene();
  const words = useWords();
  return (
    <label className="switch undated">
      <input
        type="checkbox"
        checked={filters.undated}
        onChange={() => store.update((view) => changeFilters(view, { undated: !view.filters.undated }))}
      />
      <span className="switch-label">{words.filters.undated(filtered.undatedCount)}</span>
    </label>
  );
}

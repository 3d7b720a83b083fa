/** A period, chosen with two handles under a histogram of the ties. */
import { formatDate } from '../state/format.ts';
import { monthToIso } from '../state/months.ts';
import { changeFilters } from '../state/view.ts';
import { useExplorer, useScene, useView, useWords } from './context.ts';
import { Section } from './parts.tsx';

/** The filter for dates. */
export function DateFilter() {
  const { dataset, store } = useExplorer();
  const { filters, language } = useView();
  const { filtered } = useScene();
  const words = useWords();
  const { months } = dataset;
  if (months === null) {
    return (
      <Section title={words.filters.dates}>
        <p className="quiet">{words.filters.noDates}</p>
      </Section>
    );
  }
  const from = Math.max(months.first, Math.min(filters.from ?? months.first, months.last));
  const to = Math.max(from, Math.min(filters.to ?? months.last, months.last));
  const { bins } = filtered;
  const highest = Math.max(1, ...bins.map((bin) => bin.count));
  const span = Math.max(1, months.last - months.first);
  const say = (month: number): string => formatDate(monthToIso(month), language);
  return (
    <Section title={words.filters.dates} note={`${say(from)} – ${say(to)}`}>
      <div className="range">
        <svg
          className="histogram"
          viewBox={`0 0 ${Math.max(1, bins.length)} 100`}
          preserveAspectRatio="none"
          role="img"
        >
          <title>{words.filters.histogram}</title>
          {bins.map((bin, i) => (
            <rect
              key={bin.from}
              x={i + 0.08}
              width={0.84}
              y={100 - (bin.count / highest) * 100}
              height={(bin.count / highest) * 100}
              className={bin.to < from || bin.from > to ? 'out' : 'in'}
            />
          ))}
        </svg>
        <div className="double-slider">
          <span
            className="track"
            style={{
              insetInlineStart: `${((from - months.first) / span) * 100}%`,
              insetInlineEnd: `${((months.last - to) / span) * 100}%`,
            }}
          />
          <input
            type="range"
            aria-label={words.filters.since}
            aria-valuetext={say(from)}
            min={months.first}
            max={months.last}
            value={from}
            onChange={(event) => {
              const value = Math.min(Number(event.target.value), to);
              store.update((view) => changeFilters(view, { from: value <= months.first ? null : value }));
            }}
          />
          <input
            type="range"
            aria-label={words.filters.until}
            aria-valuetext={say(to)}
            min={months.first}
            max={months.last}
            value={to}
            onChange={(event) => {
              const value = Math.max(Number(event.target.value), from);
              store.update((view) => changeFilters(view, { to: value >= months.last ? null : value }));
            }}
          />
        </div>
      </div>
      <label className="switch">
        <input
          type="checkbox"
          checked={filters.undated}
          onChange={() => store.update((view) => changeFilters(view, { undated: !view.filters.undated }))}
        />
        <span className="switch-label">{words.filters.undated(filtered.undatedCount)}</span>
      </label>
    </Section>
  );
}

/** The period of the view under the drawing: a histogram with a brush, and the network growing month by month. */
import { useEffect, useState } from 'react';
import { changeFilters } from '../state/view.ts';
import { useExplorer, useScene, useWords } from './context.ts';
import { DateTrack, UndatedSwitch, usePeriod } from './DateTrack.tsx';
import { Glyph } from './parts.tsx';

/** Milliseconds that each bar of the histogram is shown for while playing. */
const STEP = 650;

/** The strip under the drawing; nothing in a network without dates. */
export function Timeline() {
  const { store } = useExplorer();
  const { filtered } = useScene();
  const words = useWords();
  const period = usePeriod();
  const [playing, setPlaying] = useState(false);
  const { bins } = filtered;
  const last = period?.last ?? 0;
  const to = period?.to ?? 0;

  useEffect(() => {
    if (!playing) return;
    // A bar without ties changes nothing and is passed over.
    const next = bins.find((bin) => bin.to > to && (bin.count > 0 || bin.to >= last));
    const timer = setTimeout(() => {
      if (next === undefined || next.to >= last) {
        store.update((view) => changeFilters(view, { to: null }));
        setPlaying(false);
      } else {
        store.update((view) => changeFilters(view, { to: next.to }));
      }
    }, STEP);
    return () => clearTimeout(timer);
  }, [playing, bins, to, last, store]);

  if (period === null) return null;
  const { first, from, whole, say, choose } = period;
  const start = (): void => {
    if (to >= last) {
      const [opening] = bins.filter((bin) => bin.count > 0);
      store.update((view) => changeFilters(view, { from: null, to: Math.max(first, opening?.to ?? first) }));
    }
    setPlaying(true);
  };
  return (
    <section className="timeline-strip" aria-label={words.timeline.title}>
      <button
        type="button"
        className="icon-button"
        aria-label={playing ? words.timeline.pause : words.timeline.play}
        title={playing ? words.timeline.pause : words.timeline.play}
        onClick={() => (playing ? setPlaying(false) : start())}
      >
        <Glyph name={playing ? 'pause' : 'play'} />
      </button>
      <div className="timeline-words">
        <p className="timeline-now" aria-live={playing ? 'off' : 'polite'}>
          {whole
            ? `${say(first)} – ${say(last)}`
            : from <= first
              ? words.timeline.asOf(say(to))
              : `${say(from)} – ${say(to)}`}
        </p>
        {whole ? (
          <UndatedSwitch />
        ) : (
          <p className="timeline-reset">
            <button type="button" className="quiet-button" onClick={() => choose(first, last)}>
              {words.timeline.all}
            </button>
            <UndatedSwitch />
          </p>
        )}
      </div>
      <DateTrack period={period} />
    </section>
  );
}

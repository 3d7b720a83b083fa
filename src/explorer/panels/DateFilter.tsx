/** The period among the filters, where there is no room for the timeline under the drawing. */
import { useWords } from './context.ts';
import { DateTrack, UndatedSwitch, usePeriod } from './DateTrack.tsx';
import { Section } from './parts.tsx';

/** The filter for dates. */
export function DateFilter() {
  const words = useWords();
  const period = usePeriod();
  if (period === null) {
    return (
      <Section title={words.filters.dates}>
        <p className="quiet">{words.filters.noDates}</p>
      </Section>
    );
  }
  return (
    <Section
      className="date-filter"
      title={words.filters.dates}
      note={`${period.say(period.from)} – ${period.say(period.to)}`}
    >
      <DateTrack period={period} />
      <UndatedSwitch />
    </Section>
  );
}

/** Saves meetings: as a spreadsheet, and what is on screen as a drawing. */
import { entityTypeOf, nameOf } from '../../state/dataset.ts';
import { toMeetingCsv } from '../../state/meeting-csv.ts';
import { matrixOf, type Occasion, type Room } from '../../state/meetings.ts';
import { useExplorer, useView, useWords } from '../context.ts';
import { Glyph } from '../parts.tsx';
import { drawMatrix } from '../pictures/matrix.ts';
import { inkOfPage, sourceLine } from '../pictures/svg.ts';
import { drawTimeline } from '../pictures/timeline.ts';
import { save } from '../save.ts';
import { layOutLanes, yearsToName } from './Lanes.tsx';
import { communityColor } from './MeetingMatrix.tsx';

/** Most people of a matrix on paper. */
const MOST_PEOPLE = 80;

interface SaveMeetingsProps {
  readonly occasions: readonly Occasion[];
  readonly rooms: readonly Room[];
}

/** Buttons at the foot of the workspace. */
export function SaveMeetings({ occasions, rooms }: SaveMeetingsProps) {
  const { dataset } = useExplorer();
  const { meetings } = useView();
  const words = useWords();
  const { person, also, as, order } = meetings;
  if (occasions.length === 0 || also !== null) return null;
  const { fileName, title: all } = words.meetings;
  const title = person === null ? all : `${nameOf(dataset, person)} · ${all}`;
  const source = sourceLine(dataset.network.title, words.product);

  function picture(): string | null {
    if (as === 'matrix') {
      const { people, total, cell } = matrixOf(dataset, occasions, rooms, order, MOST_PEOPLE);
      if (people.length === 0) return null;
      const cut = total > people.length ? [words.meetings.cut(people.length, total)] : [];
      return drawMatrix(
        {
          title,
          notes: [words.meetings.pictureNote, ...cut, source],
          people: people.map((node) => ({ name: nameOf(dataset, node), color: communityColor(dataset, node) })),
          cell: (a, b) => {
            const found = cell(people[a] ?? -1, people[b] ?? -1);
            if (found === undefined) return undefined;
            return found.occasions.length > 0 ? found.occasions.length : 'room';
          },
        },
        inkOfPage(),
      );
    }
    const { lanes, first, last, undated } = layOutLanes(occasions, person);
    if (lanes.length === 0) return null;
    return drawTimeline(
      {
        title,
        notes: [...(undated > 0 ? [words.meetings.undated(undated)] : []), source],
        lanes: lanes.map(({ node, dots }) => ({
          name: nameOf(dataset, node),
          color: entityTypeOf(dataset, node).color,
          dots: dots.map(({ at }) => at),
        })),
        first,
        last,
        years: yearsToName(first, last),
      },
      inkOfPage(),
    );
  }

  return (
    <footer className="meeting-foot">
      <button
        type="button"
        className="quiet-button"
        onClick={() => {
          const svg = picture();
          if (svg !== null) save(new Blob([svg], { type: 'image/svg+xml;charset=utf-8' }), `${fileName}.svg`);
        }}
      >
        <Glyph name="export" />
        {as === 'matrix' ? words.meetings.matrixSvg : words.meetings.timelineSvg}
      </button>
      <button
        type="button"
        className="quiet-button"
        onClick={() => {
          const chunks = [...toMeetingCsv(dataset, occasions, person)];
          save(new Blob(chunks, { type: 'text/csv;charset=utf-8' }), `${fileName}.csv`);
        }}
      >
        <Glyph name="export" />
        {words.meetings.csv}
      </button>
    </footer>
  );
}

/** Who met whom: a person's meetings in time and as a list, or people by people as a matrix. */
import { useMemo } from 'react';
import type { OccasionColumns } from '../../../outputs/explorer-data.ts';
import { entityTypeOf } from '../../state/dataset.ts';
import { occasionsOf, placesOf, roomsOf } from '../../state/meetings.ts';
import { askMeetings } from '../../state/view.ts';
import { Choice } from '../Choice.tsx';
import { Combobox } from '../Combobox.tsx';
import { useExplorer, useScene, useShards, useView, useWords } from '../context.ts';
import { Loaded } from '../parts.tsx';
import { MeetingList } from './MeetingList.tsx';
import { MeetingMatrix } from './MeetingMatrix.tsx';
import '../../styles/workspace.css';
import './meetings.css';

/** The workspace of meetings. */
export default function Meetings() {
  const shards = useShards();
  const words = useWords();
  return (
    <section className="workspace-page meetings" aria-label={words.meetings.title}>
      <Loaded from={shards.occasions()}>
        {(columns) => (
          <>
            <Conditions columns={columns} />
            <Answer columns={columns} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Conditions({ columns }: { readonly columns: OccasionColumns }) {
  const { store } = useExplorer();
  const { meetings } = useView();
  const words = useWords();
  const places = useMemo(() => placesOf(columns), [columns]);
  return (
    <header className="workspace-bar">
      <Combobox
        label={words.meetings.person}
        labelled
        placeholder={words.meetings.everybody}
        value={meetings.person}
        onChoose={(person) => store.update((view) => askMeetings(view, { person, also: null }))}
      />
      {meetings.person === null ? null : (
        <Combobox
          label={words.meetings.also}
          labelled
          placeholder={words.meetings.alsoHint}
          value={meetings.also}
          onChoose={(also) => store.update((view) => askMeetings(view, { also }))}
        />
      )}
      {places.length === 0 ? null : (
        <label className="stepper">
          <span className="field-label">{words.meetings.place}</span>
          <select
            value={meetings.place ?? ''}
            onChange={(event) => {
              const place = event.target.value === '' ? null : event.target.value;
              store.update((view) => askMeetings(view, { place }));
            }}
          >
            <option value="">{words.meetings.anyPlace}</option>
            {places.map(({ place, count }) => (
              <option key={place} value={place}>
                {place} ({count})
              </option>
            ))}
          </select>
        </label>
      )}
      <Choice
        label={words.meetings.as}
        value={meetings.as}
        options={{ list: words.meetings.list, matrix: words.meetings.matrix }}
        onChoose={(as) => store.update((view) => askMeetings(view, { as }))}
      />
      {meetings.as === 'matrix' ? (
        <Choice
          label={words.meetings.order}
          value={meetings.order}
          options={{ community: words.meetings.byCommunity, count: words.meetings.byCount }}
          onChoose={(order) => store.update((view) => askMeetings(view, { order }))}
        />
      ) : null}
    </header>
  );
}

function Answer({ columns }: { readonly columns: OccasionColumns }) {
  const { dataset } = useExplorer();
  const { meetings, filters } = useView();
  const { shown } = useScene();
  const { person, place, as, also } = meetings;
  const { from, to, undated } = filters;
  const visible = (edge: number): boolean => shown.visibleEdges[edge] === 1;
  // Whom two people both met can only be found among everybody's meetings.
  const whose = also === null ? person : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `visible` reads `shown` alone.
  const occasions = useMemo(
    () => occasionsOf(dataset, columns, { visible, filters: { from, to, undated }, person: whose, place }),
    [dataset, columns, shown, from, to, undated, whose, place],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const rooms = useMemo(() => roomsOf(dataset, visible, person), [dataset, shown, person]);
  const isPerson = person === null || entityTypeOf(dataset, person).id === 'person';
  return as === 'matrix' ? (
    <MeetingMatrix occasions={occasions} rooms={rooms} />
  ) : (
    <MeetingList occasions={occasions} rooms={isPerson ? rooms : []} />
  );
}

/** Who met whom: a person's meetings in time and as a list, or people by people as a matrix. */
import { useId, useMemo, useState } from 'react';
import type { OccasionColumns } from '../../../outputs/explorer-data.ts';
import { entityTypeOf } from '../../state/dataset.ts';
import { occasionsOf, placesOf, roomsOf } from '../../state/meetings.ts';
import { officesOf } from '../../state/offices.ts';
import { askMeetings } from '../../state/view.ts';
import { Choice } from '../Choice.tsx';
import { Combobox } from '../Combobox.tsx';
import { useExplorer, useScene, useShards, useView, useWords } from '../context.ts';
import { Cut } from '../part/Cut.tsx';
import { Glyph, Loaded } from '../parts.tsx';
import { MeetingList } from './MeetingList.tsx';
import { MeetingMatrix } from './MeetingMatrix.tsx';
import { SaveMeetings } from './SaveMeetings.tsx';
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
            <Cut from={columns} what="meetingsCut" />
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
        onBring={(view, person) => askMeetings(view, { person, also: null })}
      />
      {meetings.person === null ? null : (
        <Combobox
          label={words.meetings.also}
          labelled
          placeholder={words.meetings.alsoHint}
          value={meetings.also}
          onChoose={(also) => store.update((view) => askMeetings(view, { also }))}
          onBring={(view, also) => askMeetings(view, { also })}
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
      <OfficeField columns={columns} />
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

/** A field that offers titles and organisations as one types, and takes what is among them. */
function OfficeField({ columns }: { readonly columns: OccasionColumns }) {
  const { dataset, store } = useExplorer();
  const { office } = useView().meetings;
  const words = useWords();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const offices = useMemo(() => officesOf(dataset, columns), [dataset, columns]);
  if (offices.length === 0) return null;
  const choose = (chosen: string | null): void => store.update((view) => askMeetings(view, { office: chosen }));
  return (
    <div className="combobox office-field">
      <label className="field-label" htmlFor={id}>
        {words.meetings.office}
      </label>
      <div className="combobox-field">
        <Glyph name="search" />
        <input
          id={id}
          type="text"
          list={`${id}-offices`}
          autoComplete="off"
          spellCheck={false}
          placeholder={words.meetings.anyOffice}
          title={words.meetings.officeNote}
          value={typed ?? office ?? ''}
          onChange={(event) => {
            const text = event.target.value.trim();
            setTyped(event.target.value);
            if (text === '') choose(null);
            else if (offices.some(({ name }) => name === text)) choose(text);
          }}
          onBlur={() => setTyped(null)}
        />
        {office === null ? null : (
          <button
            type="button"
            className="icon-button small"
            aria-label={words.search.clear}
            onClick={() => {
              setTyped(null);
              choose(null);
            }}
          >
            <Glyph name="close" />
          </button>
        )}
      </div>
      <datalist id={`${id}-offices`}>
        {offices.map(({ kind, name, count }) => (
          <option key={`${kind} ${name}`} value={name}>
            {words.meetings.officeOption(kind, count)}
          </option>
        ))}
      </datalist>
    </div>
  );
}

function Answer({ columns }: { readonly columns: OccasionColumns }) {
  const { dataset } = useExplorer();
  const { meetings, filters } = useView();
  const { shown } = useScene();
  const { person, place, office, as, also } = meetings;
  const { from, to, undated } = filters;
  const visible = (edge: number): boolean => shown.visibleEdges[edge] === 1;
  // Whom two people both met can only be found among everybody's meetings.
  const whose = also === null ? person : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `visible` reads `shown` alone.
  const occasions = useMemo(
    () => occasionsOf(dataset, columns, { visible, filters: { from, to, undated }, person: whose, place, office }),
    [dataset, columns, shown, from, to, undated, whose, place, office],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const rooms = useMemo(() => roomsOf(dataset, visible, person, office), [dataset, shown, person, office]);
  const isPerson = person === null || entityTypeOf(dataset, person).id === 'person';
  return (
    <>
      {as === 'matrix' ? (
        <MeetingMatrix occasions={occasions} rooms={rooms} />
      ) : (
        <MeetingList occasions={occasions} rooms={isPerson ? rooms : []} />
      )}
      <SaveMeetings occasions={occasions} rooms={rooms} />
    </>
  );
}

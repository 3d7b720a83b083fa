/** Meetings in time, as a list, and apart from them who shared a room. */
import { nameOf } from '../../state/dataset.ts';
import { formatDate } from '../../state/format.ts';
import { type Mutual, metBoth, type Occasion, otherOf, type Room } from '../../state/meetings.ts';
import { mainPost } from '../../state/ties.ts';
import { selectEdge } from '../../state/view.ts';
import { useExplorer, useView, useWords } from '../context.ts';
import { LongList, NodeLink, Section } from '../parts.tsx';
import { Lanes } from './Lanes.tsx';

interface MeetingListProps {
  readonly occasions: readonly Occasion[];
  readonly rooms: readonly Room[];
}

/** The list of meetings, or of those whom two people both met. */
export function MeetingList({ occasions, rooms }: MeetingListProps) {
  const { dataset } = useExplorer();
  const { meetings } = useView();
  const words = useWords();
  const { person, also } = meetings;
  const people = new Set(occasions.flatMap(({ a, b }) => [a, b].filter((node) => node !== person))).size;
  return (
    <div className="meeting-scroll">
      {person !== null && also !== null ? (
        <Both first={person} second={also} mutuals={metBoth(occasions, person, also)} />
      ) : occasions.length === 0 ? (
        <p className="workspace-empty">{words.meetings.none}</p>
      ) : (
        <>
          <Section title={words.meetings.timeline} note={words.meetings.count(occasions.length, people)}>
            <Lanes occasions={occasions} person={person} />
          </Section>
          <Section title={person === null ? words.meetings.title : nameOf(dataset, person)}>
            <LongList
              items={occasions}
              first={40}
              className="meeting-list"
              item={(occasion) => (
                <OccasionRow key={`${occasion.edge} ${occasion.date}`} occasion={occasion} person={person} />
              )}
            />
          </Section>
        </>
      )}
      {also === null ? <Rooms rooms={rooms} person={person} /> : null}
    </div>
  );
}

function OccasionRow({ occasion, person }: { readonly occasion: Occasion; readonly person: number | null }) {
  const { store, pointed } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const { edge, a, b, date, place, documents } = occasion;
  return (
    <li
      className="occasion"
      onPointerEnter={() => pointed.update(() => ({ nodes: new Set([a, b]), edges: new Set([edge]) }))}
      onPointerLeave={() => pointed.update(() => null)}
    >
      <button
        type="button"
        className="when verb-button"
        title={words.tie.sentences}
        onClick={() => store.update((view) => selectEdge(view, edge))}
      >
        {date === null ? words.node.unknownDate : formatDate(date, language)}
      </button>
      <span className="row-main">
        {person === null ? (
          <>
            <NameWithPost node={a} />
            <span aria-hidden="true">—</span>
            <NameWithPost node={b} />
          </>
        ) : (
          <NameWithPost node={otherOf(occasion, person)} />
        )}
      </span>
      <span className="facts">
        {place === null ? null : <span className="fact">{place}</span>}
        <span className="fact quiet">{words.meetings.sources(documents.length)}</span>
      </span>
    </li>
  );
}

/** A name with the post that most articles give: names alone tell a stranger nothing. */
function NameWithPost({ node }: { readonly node: number }) {
  const { dataset } = useExplorer();
  const post = mainPost(dataset, node);
  return (
    <span className="occasion-name">
      <NodeLink node={node} />
      {post === null ? null : <span className="quiet">{post}</span>}
    </span>
  );
}

function Both(props: { readonly first: number; readonly second: number; readonly mutuals: readonly Mutual[] }) {
  const { dataset } = useExplorer();
  const words = useWords();
  const { first, second, mutuals } = props;
  const [a, b] = [nameOf(dataset, first), nameOf(dataset, second)];
  if (mutuals.length === 0) return <p className="workspace-empty">{words.meetings.noneBoth(a, b)}</p>;
  return (
    <Section title={words.meetings.both(a, b)} note={mutuals.length}>
      <ul className="list mutuals">
        {mutuals.map(({ node, withFirst, withSecond }) => (
          <li key={node}>
            <NodeLink node={node} />
            <dl>
              <dt>{a}</dt>
              <dd>
                <Days occasions={withFirst} />
              </dd>
              <dt>{b}</dt>
              <dd>
                <Days occasions={withSecond} />
              </dd>
            </dl>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Days({ occasions }: { readonly occasions: readonly Occasion[] }) {
  const { store } = useExplorer();
  const { language } = useView();
  const words = useWords();
  return occasions.map(({ edge, date }) => (
    <button
      key={`${edge} ${date}`}
      type="button"
      className="quiet-button"
      onClick={() => store.update((view) => selectEdge(view, edge))}
    >
      {date === null ? words.node.unknownDate : formatDate(date, language)}
    </button>
  ));
}

function Rooms({ rooms, person }: { readonly rooms: readonly Room[]; readonly person: number | null }) {
  const { store } = useExplorer();
  const { language } = useView();
  const words = useWords();
  if (rooms.length === 0) return null;
  return (
    <Section title={words.meetings.sameRoom} note={words.meetings.sameRoomNote}>
      <ul className="list rooms">
        {rooms.map(({ event, date, people }) => (
          <li key={event}>
            <span className="when">{date === null ? words.node.unknownDate : formatDate(date, language)}</span>
            <NodeLink node={event} />
            <span className="room-people">
              {[...people]
                .filter(([node]) => node !== person)
                .map(([node, edge]) => (
                  <span key={node} className="room-person">
                    <NodeLink node={node} />
                    <button
                      type="button"
                      className="quiet-button"
                      onClick={() => store.update((view) => selectEdge(view, edge))}
                    >
                      {words.tie.sentences}
                    </button>
                  </span>
                ))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** People by people: how often they met, and who was only in the same room. */
import { useEffect, useMemo } from 'react';
import { COMMUNITY_COLORS, OTHER_COMMUNITY_COLOR } from '../../canvas/theme.ts';
import { type Dataset, nameOf } from '../../state/dataset.ts';
import { type MatrixCell, matrixOf, type Occasion, type Room } from '../../state/meetings.ts';
import { selectEdge, selectNode } from '../../state/view.ts';
import { useExplorer, useView, useWords } from '../context.ts';

const MOST_PEOPLE = 36;

/** Colour of a node's community. */
export function communityColor({ network }: Dataset, node: number): string {
  return COMMUNITY_COLORS[network.nodes.community[node] ?? -1] ?? OTHER_COMMUNITY_COLOR;
}

/** The matrix; pointing at a cell lights the two in the drawing. */
export function MeetingMatrix(props: { readonly occasions: readonly Occasion[]; readonly rooms: readonly Room[] }) {
  const { dataset, store, hovered, pointed } = useExplorer();
  const { meetings } = useView();
  const words = useWords();
  const matrix = useMemo(
    () => matrixOf(dataset, props.occasions, props.rooms, meetings.order, MOST_PEOPLE),
    [dataset, props.occasions, props.rooms, meetings.order],
  );
  useEffect(() => () => pointed.update(() => null), [pointed]);
  const { people, total } = matrix;
  if (people.length === 0) return <p className="workspace-empty">{words.meetings.none}</p>;
  const most = Math.max(
    1,
    ...people.flatMap((a) => people.map((b) => (a === b ? 0 : (matrix.cell(a, b)?.occasions.length ?? 0)))),
  );
  const color = (node: number): string => communityColor(dataset, node);
  return (
    <div className="matrix-scroll">
      <table className="matrix">
        <caption>
          {words.meetings.matrixNote} {total > people.length ? words.meetings.cut(people.length, total) : ''}
        </caption>
        <thead>
          <tr>
            <td />
            {people.map((node) => (
              <th key={node} scope="col">
                <span style={{ borderColor: color(node) }}>{nameOf(dataset, node)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((row) => (
            <tr key={row}>
              <th scope="row" style={{ borderColor: color(row) }}>
                <button
                  type="button"
                  onPointerEnter={() => hovered.update(() => row)}
                  onPointerLeave={() => hovered.update(() => null)}
                  onClick={() => store.update((view) => selectNode(view, row))}
                >
                  {nameOf(dataset, row)}
                </button>
              </th>
              {people.map((column) => (
                <td key={column} className={row === column ? 'self' : ''}>
                  {row === column ? null : <Cell a={row} b={column} cell={matrix.cell(row, column)} share={most} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly a: number;
  readonly b: number;
  readonly cell: MatrixCell | undefined;
  /** Meetings of the two who met most. */
  readonly share: number;
}

function Cell({ a, b, cell, share }: CellProps) {
  const { dataset, store, pointed } = useExplorer();
  const words = useWords();
  if (cell === undefined) return null;
  const count = cell.occasions.length;
  const edges = [
    ...cell.occasions.map(({ edge }) => edge),
    ...cell.rooms.flatMap(({ people }) => [people.get(a), people.get(b)].filter((edge) => edge !== undefined)),
  ];
  const [first] = edges;
  if (first === undefined) return null;
  const nodes = [a, b, ...cell.rooms.map(({ event }) => event)];
  const [x, y] = [nameOf(dataset, a), nameOf(dataset, b)];
  const label = count > 0 ? words.meetings.cell(x, y, count) : words.meetings.roomCell(x, y, cell.rooms.length);
  const light = (): void => pointed.update(() => ({ nodes: new Set(nodes), edges: new Set(edges) }));
  const darken = (): void => pointed.update(() => null);
  return (
    <button
      type="button"
      className={count > 0 ? 'met' : 'room'}
      data-strong={count > 0 && count / share > 0.55 ? '' : undefined}
      style={
        count > 0
          ? { backgroundColor: `color-mix(in srgb, var(--seal) ${20 + (80 * count) / share}%, var(--paper))` }
          : {}
      }
      aria-label={label}
      title={label}
      onPointerEnter={light}
      onPointerLeave={darken}
      onFocus={light}
      onBlur={darken}
      onClick={() => store.update((view) => selectEdge(view, first))}
    >
      {count > 0 ? count : ''}
    </button>
  );
}

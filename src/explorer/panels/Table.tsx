/** A table that sorts by every column. */
import { type ReactNode, useState } from 'react';
import { useWords } from './context.ts';

/** A column of a table; rows are numbers of nodes or edges. */
export interface Column {
  readonly key: string;
  readonly title: string;
  readonly numeric?: boolean;
  readonly sort: (index: number) => string | number;
  readonly cell: (index: number) => ReactNode;
}

const PAGE = 100;

/** Rows that every column can sort, a page at a time. */
export function Table(props: {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly number[];
  /** Key of the column that sorts at first, descending. */
  readonly first: string;
}) {
  const words = useWords();
  const [sort, setSort] = useState({ key: props.first, descending: true });
  const [pages, setPages] = useState(1);
  const column = props.columns.find(({ key }) => key === sort.key);
  const sorted = [...props.rows];
  if (column !== undefined) {
    const keys = new Map(sorted.map((row) => [row, column.sort(row)]));
    sorted.sort((a, b) => {
      const keyA = keys.get(a) ?? 0;
      const keyB = keys.get(b) ?? 0;
      const order = keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
      return (sort.descending ? -order : order) || a - b;
    });
  }
  const rest = sorted.length - pages * PAGE;
  return (
    <>
      <div className="table-scroll">
        <table>
          <caption>{props.caption}</caption>
          <thead>
            <tr>
              {props.columns.map(({ key, title, numeric }) => (
                <th
                  key={key}
                  scope="col"
                  className={numeric ? 'numeric' : ''}
                  aria-sort={sort.key === key ? (sort.descending ? 'descending' : 'ascending') : 'none'}
                >
                  <button
                    type="button"
                    title={words.table.sortBy(title)}
                    onClick={() =>
                      setSort((now) => ({ key, descending: now.key === key ? !now.descending : numeric === true }))
                    }
                  >
                    {title}
                    <span aria-hidden="true">{sort.key === key ? (sort.descending ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, pages * PAGE).map((row) => (
              <tr key={row}>
                {props.columns.map(({ key, numeric, cell }) => (
                  <td key={key} className={numeric ? 'numeric' : ''}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 ? (
        <button type="button" className="quiet-button" onClick={() => setPages(pages + 1)}>
          {words.more(Math.min(rest, PAGE))}
        </button>
      ) : null}
    </>
  );
}

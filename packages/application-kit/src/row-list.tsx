import type { ReactNode } from "react";
import { useId } from "react";
import { Loaded } from "./loaded.tsx";
import type { Resource } from "./use-resource.ts";
import type { ListQuery, Page } from "./wire.ts";

/** A column of a list: its heading and how a row's value is shown. */
export interface Column<Row> {
  readonly column: keyof Row & string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
}

/** A list as it is opened. */
export const firstPage: ListQuery = { search: "", orderBy: null, descending: false, page: 1, filter: null };

/** Rows as a table, with search, order and pages. */
export function RowList<Row>({
  title,
  level = 1,
  columns,
  page,
  query,
  onQuery,
  searchable,
  rowKey,
  rowHref,
  newLink,
}: {
  readonly title: string;
  /** 2 inside another screen. */
  readonly level?: 1 | 2;
  readonly columns: readonly Column<Row>[];
  readonly page: Resource<Page<Row>>;
  readonly query: ListQuery;
  readonly onQuery: (query: ListQuery) => void;
  readonly searchable: boolean;
  readonly rowKey: (row: Row) => string;
  readonly rowHref: (row: Row) => string;
  readonly newLink?: { readonly label: string; readonly href: string } | undefined;
}) {
  const id = useId();
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <Heading id={id}>{title}</Heading>
        {searchable ? (
          <input
            type="search"
            className="search"
            aria-label={`Search ${title}`}
            placeholder="Search…"
            value={query.search}
            onChange={(event) => onQuery({ ...query, search: event.target.value, page: 1 })}
          />
        ) : null}
        {newLink === undefined ? null : (
          <a className="button button-primary" href={newLink.href}>
            {newLink.label}
          </a>
        )}
      </div>
      <Loaded resource={page}>
        {({ rows, more }) => (
          <>
            {rows.length === 0 ? (
              <p className="state">{query.search === "" ? "Nothing here yet." : "Nothing was found."}</p>
            ) : (
              <RowTable {...{ title, columns, rows, query, onQuery, rowKey, rowHref }} />
            )}
            <Pager query={query} more={more} onQuery={onQuery} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function RowTable<Row>({
  title,
  columns,
  rows,
  query,
  onQuery,
  rowKey,
  rowHref,
}: {
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly query: ListQuery;
  readonly onQuery: (query: ListQuery) => void;
  readonly rowKey: (row: Row) => string;
  readonly rowHref: (row: Row) => string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard.
    <section className="table-scroll" aria-label={`${title}, table`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ column, label }) => (
              <SortableHeading key={column} {...{ column, label, query, onQuery }} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ column, cell }, index) => (
                <td key={column}>
                  {index === 0 ? (
                    <a className="row-link" href={rowHref(row)}>
                      {cell(row)}
                    </a>
                  ) : (
                    cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SortableHeading({
  column,
  label,
  query,
  onQuery,
}: {
  readonly column: string;
  readonly label: string;
  readonly query: ListQuery;
  readonly onQuery: (query: ListQuery) => void;
}) {
  const sorted = query.orderBy === column;
  const direction = query.descending ? "descending" : "ascending";
  return (
    <th scope="col" aria-sort={sorted ? direction : "none"}>
      <button
        type="button"
        className="sort"
        onClick={() => onQuery({ ...query, orderBy: column, descending: sorted && !query.descending, page: 1 })}
      >
        {label}
        <span aria-hidden="true">{sorted ? (query.descending ? " ↓" : " ↑") : ""}</span>
      </button>
    </th>
  );
}

function Pager({
  query,
  more,
  onQuery,
}: {
  readonly query: ListQuery;
  readonly more: boolean;
  readonly onQuery: (query: ListQuery) => void;
}) {
  if (query.page === 1 && !more) return null;
  return (
    <nav className="pager" aria-label="Pages">
      <button
        type="button"
        className="button"
        disabled={query.page === 1}
        onClick={() => onQuery({ ...query, page: query.page - 1 })}
      >
        Previous
      </button>
      <span>Page {query.page}</span>
      <button
        type="button"
        className="button"
        disabled={!more}
        onClick={() => onQuery({ ...query, page: query.page + 1 })}
      >
        Next
      </button>
    </nav>
  );
}

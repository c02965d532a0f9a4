import { expression } from "../../../sql/expression.ts";
import { joinSql, nothing, type Sql, sql, trusted } from "../../../sql/sql.ts";

/** What a view is made with: names for its columns, where the query has none to give, and the query. */
export interface ViewQuery {
  readonly columns: Sql;
  readonly query: Sql;
}

/**
 * A view of bare VALUES. Read again as it is printed, they would become a subquery and print differently. PostgreSQL 17 no
 * longer prints where the columns are from.
 */
const bareValues = /^SELECT ((?:"\*VALUES\*"\.)?column1\b[\s\S]*?)\n {3}FROM \((VALUES \([\s\S]*\))\) "\*VALUES\*"$/;
const valuesColumn = /^(?:"\*VALUES\*"\.)?(column\d+)(?: AS ([a-z_][a-z0-9_]*|"(?:[^"]|"")+"))?$/;

/** Of a view's definition as PostgreSQL printed it: `CREATE VIEW v${columns} AS ${query}`. */
export function viewQuery(definition: string): ViewQuery {
  const asPrinted = { columns: nothing, query: expression(definition) };
  const [, list, values] = bareValues.exec(definition) ?? [];
  if (list === undefined || values === undefined) return asPrinted;
  const columns = list.split(",\n    ").map((column) => valuesColumn.exec(column));
  const names = columns.flatMap((found, place) =>
    found?.[1] === `column${place + 1}` ? [trusted(found[2] ?? found[1])] : [],
  );
  if (names.length < columns.length) return asPrinted;
  return { columns: sql` (${joinSql(names, ", ")})`, query: expression(values) };
}

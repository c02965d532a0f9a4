import { lastStatementOf, resultList } from "../sql/result-list.ts";

/** The table whose rows a routine gives. */
export interface RowsOf {
  /** As PostgreSQL writes it in a query. */
  readonly table: string;
  /** What it is called there where it has no other name. */
  readonly alias: string;
  /** The raw names of its columns, in their order. */
  readonly columns: readonly string[];
  /** The same as PostgreSQL writes them. */
  readonly written: readonly string[];
}

/** A routine's definition, and the columns that a star in it stands for. */
interface RoutineByName {
  readonly definition: string;
  readonly rowColumns?: readonly string[];
}

/**
 * A routine with a parsed body that ends with all columns of a table, where it gives rows of that table: `SELECT t.id, t.name`
 * becomes `SELECT t.*`. The list goes by the places of columns, which differ between tables that are the same.
 */
export function withStarForRows(definition: string, { table, alias, columns, written }: RowsOf): RoutineByName {
  const unchanged = { definition };
  const last = lastStatementOf(definition);
  if (last === null) return unchanged;
  const statement = definition.slice(last.from, last.to);
  const list = resultList(statement);
  if (list === null) return unchanged;
  const selected = statement.slice(list.from, list.to);
  const [, qualifier] = /^\s+("(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)\./u.exec(selected) ?? [];
  const wanted = written.map((column) => `${qualifier}.${column}`).join(",");
  if (qualifier === undefined || selected.replaceAll(/,\n +/g, ",").trim() !== wanted) return unchanged;
  const name = qualifier === alias ? "" : `(?: AS)? ${literally(qualifier)}`;
  if (
    !new RegExp(`(?<![\\w."$])${literally(table)}${name}(?=[\\s;,)]|$)(?! (?:AS )?(?:"|[a-z_]))`, "u").test(statement)
  )
    return unchanged;
  const [from, to] = [last.from + list.from, last.from + list.from + selected.trimEnd().length];
  return {
    definition: `${definition.slice(0, from)} ${qualifier}.*${definition.slice(to)}`,
    rowColumns: [...columns].sort(),
  };
}

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

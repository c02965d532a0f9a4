import { ident, joinSql, literal, qualified, type Sql, sql } from "@build-it/postgres-schema";
import { isEmpty, type LeftRows, type LeftTable } from "./left-rows.ts";

/** Statements that put it into a database of the same schema; no text for nothing. */
export function renderLeftRows(left: LeftRows): string {
  if (isEmpty(left)) return "";
  const statements = [
    // Where tables refer to each other, as far as their keys can wait.
    sql`SET CONSTRAINTS ALL DEFERRED`,
    ...left.tables.map(insertInto),
    ...left.sequences.map(
      ({ schema, name, last }) =>
        sql`SELECT pg_catalog.setval(${literal(qualified(schema, name).text)}, ${literal(last)}, true)`,
    ),
    sql`SET CONSTRAINTS ALL IMMEDIATE`,
  ];
  const title = "-- What data steps of the folded iterations put into an empty database";
  return `${title}\n${joinSql(statements, ";\n").text};\n`;
}

const insertInto = ({ schema, name, columns, rows }: LeftTable): Sql => {
  const names = joinSql(columns.map(ident), ", ");
  const values = joinSql(
    rows.map((row) => sql`(${joinSql(row.map(constantOf), ", ")})`),
    ",\n  ",
  );
  return sql`INSERT INTO ${qualified(schema, name)} (${names}) OVERRIDING SYSTEM VALUE VALUES\n  ${values}`;
};

const constantOf = (value: string | null): Sql => (value === null ? sql`NULL` : literal(value));

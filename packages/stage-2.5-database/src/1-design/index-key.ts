import type { IndexKey } from "@build-it/postgres-schema";

const keyOf = (subject: Pick<IndexKey, "column" | "expression">, descending: boolean): IndexKey => ({
  ...subject,
  descending,
  // Where PostgreSQL puts nulls if nothing is said.
  nullsFirst: descending,
  operatorClass: null,
  collation: null,
});

export const columnKey = (column: string, descending: boolean): IndexKey =>
  keyOf({ column, expression: null }, descending);

export const expressionKey = (expression: string, descending: boolean): IndexKey =>
  keyOf({ column: null, expression }, descending);

export const ascending = (column: string): IndexKey => columnKey(column, false);

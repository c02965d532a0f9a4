import type { OrderByItemBuilder } from "kysely";
import type { Page } from "../wire.ts";

/** Rows on one page of a list. */
export const pageSize = 25;
/** Names that one request may ask for. */
export const namesLimit = 200;

/** `rows` holds one more than a page where another page follows. */
export const pageOf = <Row>(rows: readonly Row[]): Page<Row> => ({
  rows: rows.slice(0, pageSize),
  more: rows.length > pageSize,
});

/** Rows without a value come last either way. */
export const inDirection = (descending: boolean) => (order: OrderByItemBuilder) =>
  (descending ? order.desc() : order.asc()).nullsLast();

/**
 * One session of a PostgreSQL server: what `pg.Client` is. Not a pool: its queries may go to different sessions, and
 * what is read here is read in several queries that belong together.
 */
export interface CatalogConnection {
  query(text: string, values?: readonly unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

/** The first row of a query that always gives one. */
export async function queryRow<Row>(
  connection: CatalogConnection,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row> {
  const { rows } = await connection.query(text, [...values]);
  return rows[0] as Row;
}

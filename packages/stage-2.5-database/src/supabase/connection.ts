/** As much of a `pg` client as this folder needs. */
export interface Connection {
  query(text: string): Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[] }>;
}

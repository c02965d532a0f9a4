import { literal } from "../sql/literal.ts";
import { type CatalogConnection, queryRow } from "./catalog-connection.ts";
import type { ServerFacts } from "./catalog-family.ts";
import { presentCatalogsQuery, type RareCatalog } from "./present-catalogs.ts";
import { readCanonically } from "./read-canonically.ts";
import { sharedRelations } from "./shared-relations.ts";

/** SELECTs over `sharedRelations`, by name. */
export type Queries = Readonly<Record<string, string>>;

/** The rows of each query, by its name: JSON texts, until `takeRows` parses them. */
export type Rows = Map<string, string[]>;

/** Takes the rows of a query out, and parses them text by text: all of a large schema at once take much more memory. */
export function* takeRows<Row>(rows: Rows, name: string): Generator<Row> {
  const texts = rows.get(name) ?? [];
  rows.delete(name);
  for (const [place, text] of texts.entries()) {
    texts[place] = "";
    yield* JSON.parse(text) as Row[];
  }
}

/** Queries with so much to read that it is parsed row by row. */
const largeRows: ReadonlySet<string> = new Set(["columns", "constraints", "indexes"]);

/** Queries in the parts that they are read in. A transaction whose statements see different states of the catalog reads them in one. */
export interface ReadingParts {
  readonly first: Queries;
  /** What another session reads, where there is one: about half of the work. */
  readonly beside: readonly Queries[];
  readonly last: Queries;
}

/** What is done while the server reads. */
type Meanwhile = (() => void) | undefined;

interface Session {
  readonly major: number;
  readonly isolation: string;
  /** The names of present catalogs, as JSON text. */
  readonly present: string;
}

/**
 * Runs queries over the named schemas in one snapshot. While the server computes a part, `take` is given the rows of one that it is
 * done with. Gives the rows that are left, of the last part of each session.
 */
export const readQueries = (
  connection: CatalogConnection,
  {
    schemas,
    beside,
    partsFor,
    take,
    meanwhile,
  }: {
    readonly schemas: readonly string[];
    readonly beside: CatalogConnection | undefined;
    readonly partsFor: (server: ServerFacts) => ReadingParts;
    readonly take: (rows: Rows) => void;
    readonly meanwhile: Meanwhile;
  },
): Promise<readonly Rows[]> =>
  readCanonically(connection, async () => {
    const { major, isolation, present } = await queryRow<Session>(
      connection,
      `SELECT current_setting('server_version_num')::integer / 10000 AS major,
              current_setting('transaction_isolation') AS isolation, (${presentText}) AS present`,
    );
    const partsWith = (catalogs: string): ReadingParts =>
      partsFor({ major, present: new Set(JSON.parse(catalogs) as readonly RareCatalog[]) });
    if (isolation === "read committed")
      return [await runAsCommitted(connection, { schemas, partsWith, present, meanwhile })];
    const parts = partsWith(present);
    if (beside === undefined) {
      return [await runInTurn(connection, [parts.first, ...parts.beside, parts.last], { schemas, take, meanwhile })];
    }
    const { snapshot } = await queryRow<{ snapshot: string }>(connection, "SELECT pg_export_snapshot() AS snapshot");
    return Promise.all([
      runInTurn(connection, [parts.first, parts.last], { schemas, take, meanwhile }),
      inSnapshot(beside, snapshot, () => runInTurn(beside, parts.beside, { schemas, take, meanwhile: undefined })),
    ]);
  });

/** Gives the rows of the last part. */
async function runInTurn(
  connection: CatalogConnection,
  parts: readonly Queries[],
  {
    schemas,
    take,
    meanwhile,
  }: { readonly schemas: readonly string[]; readonly take: (rows: Rows) => void; readonly meanwhile: Meanwhile },
): Promise<Rows> {
  let rows: Rows = new Map();
  let due = meanwhile;
  for (const queries of parts) {
    const found = await run(connection, queries, { schemas, meanwhile: due });
    due = () => take(found);
    rows = found;
  }
  return rows;
}

async function inSnapshot<Result>(
  connection: CatalogConnection,
  snapshot: string,
  read: () => Promise<Result>,
): Promise<Result> {
  await connection.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    await connection.query(`SET TRANSACTION SNAPSHOT ${literal(snapshot).text}`);
    return await readCanonically(connection, read);
  } finally {
    await connection.query("ROLLBACK");
  }
}

const presentText = `SELECT coalesce(json_agg(c.catalog), '[]')::text FROM (${presentCatalogsQuery}) c`;

/** Every statement sees what others have committed meanwhile: where that is another kind of object, it is asked for too. */
async function runAsCommitted(
  connection: CatalogConnection,
  {
    schemas,
    partsWith,
    present,
    meanwhile,
  }: {
    readonly schemas: readonly string[];
    readonly partsWith: (present: string) => ReadingParts;
    readonly present: string;
    readonly meanwhile: Meanwhile;
  },
): Promise<Rows> {
  let due = meanwhile;
  for (let asked = present; ; ) {
    const { first, beside, last } = partsWith(asked);
    const queries: Queries = Object.assign({ present: presentCatalogsQuery }, first, ...beside, last);
    const rows = await run(connection, queries, { schemas, meanwhile: due });
    due = undefined;
    const found = [...takeRows<{ readonly catalog: string }>(rows, "present")].map(({ catalog }) => catalog);
    if (found.every((catalog) => asked.includes(`"${catalog}"`))) return rows;
    asked = JSON.stringify(found);
  }
}

/** The rows of a query as JSON text: no type parser of the caller's ever touches them. One text for all, or one for each. */
const asJson = (name: string, query: string, each: boolean): string =>
  `SELECT ${literal(name).text} AS name, ${each ? "json_build_array(x)" : "json_agg(x)"}::text AS rows FROM (${query}\n) x`;

/** One statement, so that all of it is of one snapshot under every isolation level. */
async function run(
  connection: CatalogConnection,
  queries: Queries,
  { schemas, meanwhile }: { readonly schemas: readonly string[]; readonly meanwhile?: Meanwhile },
): Promise<Rows> {
  const selects = Object.entries(queries).map(([name, query]) => asJson(name, query, largeRows.has(name)));
  const [answer, done] = await Promise.allSettled([
    connection.query(`WITH ${sharedRelations}\n${selects.join("\nUNION ALL ")}`, [schemas]),
    (async () => meanwhile?.())(),
  ]);
  // Told only now: before its answer the connection is not the caller's again.
  if (done.status === "rejected") throw done.reason;
  if (answer.status === "rejected") throw answer.reason;
  const texts: Rows = new Map(Object.keys(queries).map((name) => [name, []]));
  for (const { name, rows: text } of answer.value.rows as readonly {
    readonly name: string;
    readonly rows: string | null;
  }[])
    if (text !== null) texts.get(name)?.push(text);
  return texts;
}

import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import type { TestDatabase } from "@build-it/test-databases";

// Real schemas and the observer are kept outside of the repository; without them some tests are skipped.
const shared = resolve(process.env.BUILD_IT_SHARED ?? "../shared");
export const schemas = join(shared, "schemas");
export const oracle = join(shared, "oracle/fingerprint.sql");

export const psql = (url: string, ...args: readonly string[]): string =>
  execFileSync("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url, ...args], { encoding: "utf8", stdio: "pipe" });

// The history; rights on `public`; names of NOT NULL, which nobody gave; what is in schemas of Supabase; rights on the
// sequence behind an identity column.
const passedOver =
  /build_it|^acl\tschema public\t|^notnull_constraint\t|\b(auth|storage)\.|\bschema\s(auth|extensions)\t|^acl\trel \S+_seq"?\t/;

/** A database as somebody sees it who shares no code with us. */
export function observe({ url, major }: TestDatabase, only: readonly string[]): readonly string[] {
  const names = only.flatMap((name) => ["-n", name]);
  if (major === 15)
    return execFileSync("pg_dump", ["-s", "--no-owner", ...names, url], { encoding: "utf8" })
      .split("\n")
      .filter((line) => !/^\\(un)?restrict |^GRANT .* ON SCHEMA public /.test(line))
      .map((line) => line.replace(/(?<=^CREATE .*VIEW .*)='?(on|off)'?(?=[,)])/, (_, word) => `='${word === "on"}'`));
  return psql(url, "-At", "-f", oracle)
    .split("\n")
    .filter((line) => !passedOver.test(line))
    .map((line) => line.replace(/(?<=^view\t.*)=on\}$/, "=true}").replace(/(?<=^view\t.*)=off\}$/, "=false}"));
}

/** What an import says of the tables: the entities they became, or why they are none. */
export function tablesOf(json: string): { readonly entities: readonly string[]; readonly inSql: readonly string[] } {
  const { tables }: { tables: readonly { table: string; entity?: string; reason?: string; inSql?: string[] }[] } =
    JSON.parse(json);
  return {
    entities: tables.flatMap(({ table, entity, inSql = [] }) =>
      entity === undefined ? [] : [[`${table}: ${entity}`, ...inSql].join(", ")],
    ),
    inSql: tables.flatMap(({ table, reason }) => (reason === undefined ? [] : [`${table}: ${reason}`])),
  };
}

import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import type { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { objectsOfKind } from "../schema/database-schema.ts";
import { introspectSchema } from "./introspect-schema.ts";

describe("reading in a caller's session", () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    const owner = await database.client();
    await owner.query(`CREATE SCHEMA app; CREATE TABLE app.t (a timestamptz DEFAULT '2020-01-01 00:00+00')`);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    client = await database.client();
    await client.query("SET search_path = app, public; SET TimeZone = 'Asia/Tokyo'; SET DateStyle = 'SQL, DMY'");
  });

  const settings = async () =>
    (
      await client.query(
        "SELECT name, setting FROM pg_settings WHERE name NOT LIKE 'transaction%' AND name !~ 'stat' ORDER BY name",
      )
    ).rows;
  const defaults = async () =>
    objectsOfKind((await introspectSchema(client, { schemas: ["app"] })).schema, "default").map((it) => it.expression);
  const canonical = ["'2020-01-01 00:00:00+00'::timestamp with time zone"];

  test("prints the same whatever the session's settings are, and puts them back", async () => {
    const before = await settings();
    expect(await defaults()).toEqual(canonical);
    expect(await settings()).toEqual(before);
  });

  test("stays in the caller's transaction, sees its changes, and puts its settings back", async () => {
    await client.query("BEGIN; SET LOCAL search_path = public; ALTER TABLE app.t ADD b text DEFAULT 'x'");
    const before = await settings();
    expect(await defaults()).toEqual([...canonical, "'x'::text"]);
    expect(await settings()).toEqual(before);
    await client.query("ROLLBACK");
    expect(await defaults()).toEqual(canonical);
  });

  test("leaves no transaction open when it fails", async () => {
    const failing = {
      query: (text: string, values?: readonly unknown[]) =>
        text.includes("json_agg") ? client.query("SELECT 1 / 0") : client.query(text, values?.slice()),
    };
    await expect(introspectSchema(failing, { schemas: ["app"] })).rejects.toThrow("division by zero");
    const { rows } = await client.query(
      "SELECT current_setting('search_path') AS path, pg_current_xact_id_if_assigned()",
    );
    expect(rows).toEqual([{ path: "app, public", pg_current_xact_id_if_assigned: null }]);
    await client.query("CREATE TABLE app.written ()");
    await client.query("DROP TABLE app.written");
  });

  test("is not misled by temporary tables with the names of catalogs", async () => {
    await client.query("CREATE TEMPORARY TABLE pg_class (); CREATE TEMPORARY TABLE pg_namespace ()");
    expect(await defaults()).toEqual(canonical);
  });
});

import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedCrm, serveCrm } from "./serve-crm.ts";

const ada = "00000000-0000-4000-8000-00000000000a";
const ben = "00000000-0000-4000-8000-00000000000b";

let crm: ServedCrm;
beforeAll(async () => {
  crm = await serveCrm();
});
afterAll(() => crm?.close());

interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly cookie: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: the tests look into whatever JSON comes.
  readonly body: any;
}

/** A request as a browser on the page would send it, unless the headers say otherwise. `fetch` would hide some of them. */
const ask = (
  method: string,
  path: string,
  options: { readonly as?: string; readonly body?: unknown; readonly headers?: Record<string, string> } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const url = new URL(crm.url);
    const headers = {
      origin: url.origin,
      "content-type": "application/json",
      ...(options.as === undefined ? {} : { cookie: `build_it_development_user=${options.as}` }),
      ...options.headers,
    };
    const sent = request({ host: url.hostname, port: url.port, path, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => {
        const type = response.headers["content-type"];
        const isJson = type?.includes("json") === true && text !== "";
        const cookie = response.headers["set-cookie"]?.[0];
        resolve({ status: response.statusCode ?? 0, type, cookie, body: isJson ? JSON.parse(text) : text });
      });
    });
    sent.once("error", reject);
    sent.end(options.body === undefined ? undefined : JSON.stringify(options.body));
  });

/** Signs in, so that the person is in `auth.users`. */
const signIn = (user: string) => ask("POST", "/session", { body: { user } });

const newAccount = async (name: string): Promise<string> =>
  (await ask("POST", "/api/account", { as: ada, body: { name } })).body.id;

describe("row level security", () => {
  test("somebody signed out sees what is for anyone and nothing else", async () => {
    expect((await ask("GET", "/api/country")).status).toBe(200);
    const accounts = await ask("GET", "/api/account");
    expect(accounts.status).toBe(403);
    expect(accounts.type).toBe("application/problem+json");
    expect((await ask("POST", "/api/account", { body: { name: "Nobody's" } })).status).toBe(403);
  });

  test("a row is its owner's to change and to delete", async () => {
    await signIn(ada);
    await signIn(ben);
    const account_id = await newAccount("Owned");
    const made = await ask("POST", "/api/contact", { as: ada, body: { name: "Carla", account_id } });
    expect(made.status).toBe(201);
    const path = `/api/contact/rows/${made.body.id}`;
    expect((await ask("GET", path, { as: ben })).body.owner_id).toBe(ada);
    expect((await ask("PATCH", path, { as: ben, body: { name: "Stolen" } })).status).toBe(404);
    expect((await ask("DELETE", path, { as: ben })).status).toBe(403);
    expect((await ask("PATCH", path, { as: ada, body: { name: "Carla C." } })).status).toBe(200);
    expect((await ask("GET", path, { as: ben })).body.name).toBe("Carla C.");
    expect((await ask("DELETE", path, { as: ada })).status).toBe(204);
    expect((await ask("GET", path, { as: ada })).status).toBe(404);
  });

  test("a secret column is neither read nor written", async () => {
    const id = await newAccount("Secretive");
    expect((await ask("GET", `/api/account/rows/${id}`, { as: ada })).body).not.toHaveProperty("api_key");
    const written = await ask("PATCH", `/api/account/rows/${id}`, { as: ada, body: { api_key: "x" } });
    expect(written.status).toBe(422);
  });
});

describe("input", () => {
  test("a value of every type comes back as it was sent", async () => {
    const sent = {
      name: "Everything; drop table accounts; --",
      type: "partner",
      website: "https://example.com/?a='b'",
      employees: 12,
      annual_revenue: "123456789012.34",
      active: false,
      founded_on: "2001-02-03",
      next_call_at: "2026-03-04T05:06:07.000Z",
      tags: ["a,b", '"c"', "{d}"],
      settings: [{ deep: ["x"] }],
      code: "X1",
    };
    const made = await ask("POST", "/api/account", { as: ada, body: sent });
    const read = await ask("GET", `/api/account/rows/${made.body.id}`, { as: ada });
    expect(read.body).toMatchObject(sent);
  });

  test("what is wrong is said field by field", async () => {
    const answer = await ask("POST", "/api/account", {
      as: ada,
      body: { employees: 1.5, type: "villain", founded_on: "soon", tags: "none", nonsense: 1 },
    });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.errors).sort()).toEqual(["employees", "founded_on", "nonsense", "tags", "type"]);
    const missing = await ask("POST", "/api/account", { as: ada, body: {} });
    expect(missing.body.errors).toEqual({ name: "Please fill this in." });
  });

  test("an immutable field is set once", async () => {
    const made = await ask("POST", "/api/account", { as: ada, body: { name: "Fixed", code: "A" } });
    const changed = await ask("PATCH", `/api/account/rows/${made.body.id}`, { as: ada, body: { code: "B" } });
    expect(changed.status).toBe(422);
  });

  test("a conflict is told without SQL", async () => {
    const account_id = await newAccount("Conflicted");
    const body = { name: "Twin", email: "twin@example.com", account_id };
    await ask("POST", "/api/contact", { as: ada, body });
    const second = await ask("POST", "/api/contact", { as: ada, body });
    expect(second).toMatchObject({ status: 409, body: { title: "There is already one like this." } });
    expect(JSON.stringify(second.body)).not.toMatch(/constraint|contacts_/);
    expect((await ask("DELETE", `/api/account/rows/${account_id}`, { as: ada })).status).toBe(409);
  });

  test("a key that cannot be one is the key of no row", async () => {
    for (const key of ["abc", "%00", "a,b", "%E0%A4%A", "'%20or%20true--"]) {
      expect((await ask("GET", `/api/account/rows/${key}`, { as: ada })).status, key).toBe(404);
    }
    expect((await ask("GET", "/api/__proto__", { as: ada })).status).toBe(404);
    expect((await ask("GET", "/../../package.json", { as: ada })).status).toBe(404);
  });
});

describe("lists", () => {
  test("are searched, ordered and cut into pages, and a wildcard is only a character", async () => {
    for (let count = 0; count < 27; count += 1) await newAccount(`Paged ${String(count).padStart(2, "0")} 100%`);
    const first = await ask("GET", "/api/account?search=paged&order=name&direction=desc", { as: ada });
    expect(first.body.rows[0].name).toBe("Paged 26 100%");
    expect(first.body).toMatchObject({ more: true, rows: { length: 25 } });
    const second = await ask("GET", "/api/account?search=paged&order=name&direction=desc&page=2", { as: ada });
    expect(second.body.rows.map(({ name }: { name: string }) => name)).toEqual(["Paged 01 100%", "Paged 00 100%"]);
    expect((await ask("GET", `/api/account?search=${encodeURIComponent("1%0")}`, { as: ada })).body.rows).toEqual([]);
    expect((await ask("GET", "/api/account?order=api_key", { as: ada })).status).toBe(200);
  });

  test("of another row's page hold what refers to it", async () => {
    const account_id = await newAccount("Referred");
    await ask("POST", "/api/contact", { as: ada, body: { name: "Referring", account_id } });
    const found = await ask("GET", `/api/contact?filter=account_id&value=${account_id}`, { as: ada });
    expect(found.body.rows).toMatchObject([{ name: "Referring" }]);
    expect((await ask("GET", "/api/contact?filter=owner_id&value=x", { as: ada })).status).toBe(400);
  });

  test("name the rows that others refer to", async () => {
    const id = await newAccount("Named");
    expect((await ask("GET", `/api/account/names?key=${id}`, { as: ada })).body).toEqual([{ key: id, name: "Named" }]);
  });
});

test("a row with a key of several columns is found, changed and deleted, whatever its key holds", async () => {
  const key = { continent: "a,", code: "/é" };
  expect((await ask("POST", "/api/country", { as: ada, body: { ...key, name: "Odd" } })).body).toEqual(key);
  const path = `/api/country/rows/${encodeURIComponent(key.continent)},${encodeURIComponent(key.code)}`;
  expect((await ask("PATCH", path, { as: ada, body: { name: "Odder" } })).body).toEqual(key);
  expect((await ask("GET", path)).body).toEqual({ ...key, name: "Odder" });
  expect((await ask("DELETE", path, { as: ada })).status).toBe(204);
});

describe("other pages", () => {
  const body = { name: "Forged" };
  test("cannot write", async () => {
    const forged: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "content-type": "text/plain" },
    ];
    for (const headers of forged) {
      expect((await ask("POST", "/api/account", { as: ada, body, headers })).status).toBe(403);
    }
    const without = await fetch(new URL("/api/account", crm.url), { method: "POST", body: JSON.stringify(body) });
    expect(without.status).toBe(403);
  });

  test("cannot reach the server by a name of their own", async () => {
    const headers = { host: "evil.example" };
    expect((await ask("GET", "/api/country", { headers })).status).toBe(403);
  });

  test("cannot frame the page or run scripts in it", async () => {
    const page = await fetch(crm.url);
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(await page.text()).toContain('<div id="application">');
  });
});

test("who is signed in is remembered by a cookie that scripts and other sites do not get", async () => {
  const signedIn = await signIn(ben);
  expect(signedIn.cookie).toBe(`build_it_development_user=${ben}; Path=/; HttpOnly; SameSite=Strict`);
  expect((await ask("GET", "/session", { as: ben })).body.user).toEqual({ id: ben, name: "Ben" });
  expect((await signIn("somebody else")).status).toBe(400);
});

test("an unexpected error goes to the log, and the browser learns nothing of it", async () => {
  const client = await crm.database.client();
  await client.query("alter table reference.countries rename to elsewhere");
  const answer = await ask("GET", "/api/country");
  await client.query("alter table reference.elsewhere rename to countries");
  expect(answer).toMatchObject({ status: 500, body: { title: "Something went wrong." } });
  expect(JSON.stringify(answer.body)).not.toContain("countries");
  expect(crm.errors).toHaveLength(1);
});

import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Kysely } from "kysely";
import type { EntityRoutes, Key, Routes } from "../queries/entity-routes.ts";
import { namesLimit } from "../queries/page-of.ts";
import { badRequest, HttpProblem, notAllowed, notFound, problemOf, signedOut } from "../queries/problem.ts";
import type { ListQuery, Problem } from "../wire.ts";
import { splitKey } from "../wire.ts";
import { guardOrigin } from "./guard-origin.ts";
import type { ClientFile } from "./read-client.ts";
import type { SignIn } from "./run-as.ts";
import { runAs } from "./run-as.ts";

export interface ApplicationOptions<DB> {
  readonly db: Kysely<DB>;
  readonly routes: Routes<DB>;
  readonly signIn: SignIn;
  readonly client: ReadonlyMap<string, ClientFile>;
  /** Hosts that the server answers to (`127.0.0.1:4000`); null: any, behind a proxy that checks. */
  readonly hosts: { includes(host: string): boolean } | null;
  /** Told of errors that were not expected; the browser is not. */
  readonly onError: (error: unknown) => void;
}

const largestBody = 1_000_000;

/** The server of an application: its page, `/session`, and `/api/<entity>`. Everything it says no to is a JSON problem. */
export function createApplication<DB>({ db, routes, signIn, client, hosts, onError }: ApplicationOptions<DB>): Hono {
  const application = new Hono();
  const as = async <Result>(request: Request, work: (db: Kysely<DB>) => Promise<Result>): Promise<Result> => {
    const claims = await signIn.claimsOf(request);
    try {
      return await runAs(db, { claims, readOnly: request.method === "GET" }, work);
    } catch (error) {
      const { problem, expected } = problemOf(error);
      if (claims === null && expected && problem.status === 403) throw signedOut();
      throw error;
    }
  };
  const entity = (slug: string): EntityRoutes<DB> => {
    const found = Object.hasOwn(routes, slug) ? routes[slug] : undefined;
    if (found === undefined) throw notFound();
    return found;
  };

  application.use(securityHeaders);
  application.use(guardOrigin(hosts));
  application.use(bodyLimit({ maxSize: largestBody, onError: () => tooLarge() }));

  application.get("/session", async (c) => c.json(await signIn.sessionOf(c.req.raw)));
  application.post("/session", async (c) => {
    const body = await readBody(c.req.raw);
    const user = typeof body === "object" && body !== null && "user" in body ? body.user : undefined;
    if (signIn.choose === undefined) throw notAllowed();
    const cookie = typeof user === "string" || user === null ? await signIn.choose(user) : undefined;
    if (cookie === undefined) throw badRequest("Nobody is called so.");
    return c.body(null, 204, { "set-cookie": cookie });
  });

  application.get("/api/:entity", async (c) => {
    const { list } = entity(c.req.param("entity"));
    const query = listQueryOf(new URL(c.req.url).searchParams);
    return c.json(await as(c.req.raw, (db) => list(db, query)));
  });
  application.post("/api/:entity", async (c) => {
    const { insert } = entity(c.req.param("entity"));
    if (insert === undefined) throw notAllowed();
    const input = await readBody(c.req.raw);
    return c.json(await as(c.req.raw, (db) => insert(db, input)), 201);
  });
  application.get("/api/:entity/names", async (c) => {
    const { names } = entity(c.req.param("entity"));
    if (names === undefined) throw notFound();
    const parameters = new URL(c.req.url).searchParams;
    const keys = parameters.getAll("key").slice(0, namesLimit);
    return c.json(await as(c.req.raw, (db) => names(db, { keys, search: parameters.get("search") ?? "" })));
  });

  application.get("/api/:entity/rows/:key", async (c) => {
    const found = entity(c.req.param("entity"));
    const key = keyOf(c.req.url, found);
    const row = await as(c.req.raw, (db) => found.get(db, key)).catch(noSuchKey);
    if (row === undefined) throw notFound();
    return c.json(row);
  });
  application.patch("/api/:entity/rows/:key", async (c) => {
    const found = entity(c.req.param("entity"));
    const { update } = found;
    if (update === undefined) throw notAllowed();
    const key = keyOf(c.req.url, found);
    const input = await readBody(c.req.raw);
    const row = await as(c.req.raw, (db) => update(db, key, input));
    if (row === undefined) throw notFound();
    return c.json(row);
  });
  application.delete("/api/:entity/rows/:key", async (c) => {
    const found = entity(c.req.param("entity"));
    const key = keyOf(c.req.url, found);
    await as(c.req.raw, (db) => removeRow(db, found, key));
    return c.body(null, 204);
  });

  application.get("*", (c) => {
    const file = client.get(new URL(c.req.url).pathname);
    if (file === undefined) throw notFound();
    // Vite puts a hash of the content into the name of every asset.
    const lifetime = c.req.path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    return c.body(file.body, 200, { "content-type": file.type, "cache-control": lifetime });
  });
  application.notFound(() => toResponse(notFound().problem));
  application.onError((error) => {
    const { problem, expected } = problemOf(error);
    if (!expected) onError(error);
    return toResponse(problem);
  });
  return application;
}

/** Deletes a row that can be seen. A trigger may keep it and mark it instead, so what counts is that it is gone to see. */
async function removeRow<DB>(db: Kysely<DB>, { get, remove }: EntityRoutes<DB>, key: Key): Promise<void> {
  if (remove === undefined) throw notAllowed();
  if ((await get(db, key)) === undefined) throw notFound();
  if ((await remove(db, key)) > 0) return;
  if ((await get(db, key)) !== undefined) throw new HttpProblem({ status: 403, title: "You may not delete this." });
}

/** A key of the wrong form ("abc" for a uuid) is the key of no row. */
function noSuchKey(error: unknown): undefined {
  if (problemOf(error).problem.status === 422) return undefined;
  throw error;
}

// The address is split before it is decoded, so an escaped slash or comma stays a part of its key.
function keyOf<DB>(url: string, { keyLength }: EntityRoutes<DB>): Key {
  const part = new URL(url).pathname.split("/")[4] ?? "";
  try {
    const key = splitKey(part);
    if (key.length === keyLength && !key.some((text) => text.includes("\0"))) return key;
  } catch {
    // Not an address that `joinKey` made.
  }
  throw notFound();
}

function listQueryOf(parameters: URLSearchParams): ListQuery {
  const page = Number(parameters.get("page") ?? 1);
  const column = parameters.get("filter");
  return {
    search: (parameters.get("search") ?? "").replaceAll("\0", "").trim().slice(0, 200),
    orderBy: parameters.get("order"),
    descending: parameters.get("direction") === "desc",
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
    filter: column === null ? null : { column, value: (parameters.get("value") ?? "").replaceAll("\0", "") },
  };
}

async function readBody(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw badRequest("It is not JSON.");
  }
}

const toResponse = (problem: Problem): Response =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { "content-type": "application/problem+json" },
  });
const tooLarge = (): Response => toResponse({ status: 413, title: "This is too large." });

const securityHeaders = async (
  c: { header(name: string, value: string): void },
  next: () => Promise<void>,
): Promise<void> => {
  await next();
  // A color that a person entered is shown through a style attribute; scripts only come from the server itself.
  c.header(
    "content-security-policy",
    "default-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  );
  c.header("x-content-type-options", "nosniff");
  c.header("referrer-policy", "same-origin");
};

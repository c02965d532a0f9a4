import { verify } from "hono/jwt";
import type { Kysely } from "kysely";
import { sql } from "kysely";
import { HttpProblem } from "../queries/problem.ts";
import type { SessionUser } from "../wire.ts";
import type { Claims, SignIn } from "./run-as.ts";

/** The people that one can be while developing. */
export const developmentUsers: readonly (SessionUser & { readonly email: string })[] = [
  { id: "00000000-0000-4000-8000-00000000000a", name: "Ada", email: "ada@example.com" },
  { id: "00000000-0000-4000-8000-00000000000b", name: "Ben", email: "ben@example.com" },
];
/** Both belong to one tenant, so that they see each other's rows where a model has tenants. */
const developmentTenant = "00000000-0000-4000-8000-0000000000ff";

const cookieName = "build_it_development_user";

const userIn = (request: Request): SessionUser | null => {
  const cookies = request.headers.get("cookie") ?? "";
  const value = cookies.split(/;\s*/).find((cookie) => cookie.startsWith(`${cookieName}=`));
  return developmentUsers.find(({ id }) => value === `${cookieName}=${id}`) ?? null;
};

/**
 * For development alone: whoever opens the page chooses who to be. The people are put into `auth.users`, since rows refer
 * to them.
 */
export const developmentSignIn = <DB>(db: Kysely<DB>): SignIn => ({
  claimsOf: async (request) => {
    const user = userIn(request);
    return user === null ? null : { sub: user.id, app_metadata: { tenant_id: developmentTenant } };
  },
  sessionOf: async (request) => {
    const users = developmentUsers.map(({ id, name }) => ({ id, name }));
    const id = userIn(request)?.id;
    return { user: users.find((user) => user.id === id) ?? null, users };
  },
  choose: async (id) => {
    const user = developmentUsers.find((known) => known.id === id);
    if (id !== null && user === undefined) return undefined;
    if (user !== undefined) {
      await sql`insert into auth.users (id, email) values (${user.id}, ${user.email}) on conflict do nothing`.execute(
        db,
      );
    }
    return `${cookieName}=${user?.id ?? ""}; Path=/; HttpOnly; SameSite=Strict${user === undefined ? "; Max-Age=0" : ""}`;
  },
});

/** For production: a bearer token that the project's authentication signed (HS256). No token: signed out. */
export const bearerSignIn = (secret: string): SignIn => ({
  claimsOf: (request) => claimsOfBearer(request, secret),
  sessionOf: async (request) => {
    const claims = await claimsOfBearer(request, secret);
    return {
      user: claims === null ? null : { id: claims.sub, name: String(claims.email ?? claims.sub) },
      users: [],
    };
  },
});

async function claimsOfBearer(request: Request, secret: string): Promise<Claims> {
  const header = request.headers.get("authorization");
  if (header === null) return null;
  const token = /^Bearer ([\w.-]+)$/.exec(header)?.[1];
  // `verify` also refuses tokens that have expired or are not valid yet.
  const payload = token === undefined ? null : await verify(token, secret, "HS256").catch(() => null);
  // Another role than that of a signed-in person is not for browsers.
  if (payload === null || typeof payload.sub !== "string" || payload.role !== "authenticated") {
    throw new HttpProblem({ status: 401, title: "Please sign in again." });
  }
  return { ...payload, sub: payload.sub };
}

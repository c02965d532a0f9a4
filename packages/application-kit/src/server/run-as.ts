import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Session } from "../wire.ts";

/** What the database is told of the person who asks; null: nobody is signed in. */
export type Claims = { readonly sub: string; readonly [name: string]: unknown } | null;

/** Who asks, from the request. */
export interface SignIn {
  claimsOf(request: Request): Promise<Claims>;
  sessionOf(request: Request): Promise<Session>;
  /** Where signing in is a choice: the cookie that remembers it, or undefined for somebody who cannot be chosen. */
  choose?(user: string | null): Promise<string | undefined>;
}

const statementTimeoutMs = 10_000;

/**
 * Runs `work` in one transaction as `authenticated` with the claims, or as `anon`: the roles and the setting that the
 * policies look at, as on Supabase. Both end with the transaction, so a pooled connection carries nothing over.
 */
export const runAs = <DB, Result>(
  db: Kysely<DB>,
  { claims, readOnly }: { readonly claims: Claims; readonly readOnly: boolean },
  work: (transaction: Kysely<DB>) => Promise<Result>,
): Promise<Result> =>
  db
    .transaction()
    .setAccessMode(readOnly ? "read only" : "read write")
    .execute(async (transaction) => {
      const role = claims === null ? "anon" : "authenticated";
      await sql`select
        set_config('statement_timeout', ${String(statementTimeoutMs)}, true),
        set_config('request.jwt.claims', ${claims === null ? "" : JSON.stringify({ ...claims, role })}, true),
        set_config('role', ${role}, true)`.execute(transaction);
      return work(transaction);
    });

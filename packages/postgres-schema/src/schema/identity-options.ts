import { isDeepStrictEqual } from "node:util";
import { sequenceNameOf } from "./made-up-name.ts";
import type { Column, IdentityOptions } from "./objects.ts";

const bitsOf: Readonly<Record<string, bigint>> = { smallint: 15n, integer: 31n };

/** The least and the greatest number of a type that an identity can have. */
export function limitsOf(type: string): { readonly minimum: bigint; readonly maximum: bigint } {
  const beyond = 2n ** (bitsOf[type] ?? 63n);
  return { minimum: -beyond, maximum: beyond - 1n };
}

/** Of the sequence behind an identity: what PostgreSQL makes by itself, where nothing else is said. */
export const identityOptionsOf = ({ table, name, type, identityOptions }: Column): IdentityOptions =>
  identityOptions ?? {
    name: sequenceNameOf(table, name),
    start: "1",
    increment: "1",
    minimum: "1",
    maximum: String(limitsOf(type).maximum),
    cache: "1",
    cycle: false,
  };

/** A column that has another name, or whose table has: the sequence behind its identity follows no rename. */
export const keepIdentity = (before: Column, after: Column): Column =>
  before.identity === null ? after : withIdentityOptions(after, identityOptionsOf(before));

/** The column with this sequence behind its identity, of which it says what PostgreSQL would not make by itself. */
export function withIdentityOptions(column: Column, options: IdentityOptions): Column {
  const { identityOptions: _, ...usual } = column;
  return isDeepStrictEqual(options, identityOptionsOf(usual)) ? usual : { ...usual, identityOptions: options };
}

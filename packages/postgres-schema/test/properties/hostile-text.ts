import { escapeIdentifier } from "pg";

/** Each makes a name of a key that no other key gives: names that break whoever writes SQL by hand. */
const spellings: readonly ((key: string) => string)[] = [
  (key) => key,
  (key) => `${key} "quoted" ""`,
  (key) => `${key}"; drop schema public cascade; --`,
  (key) => `${key} it's '' \\' \\`,
  (key) => `${key}\n-- line\r\n\tand tab`,
  (key) => `${key}$$tag$tag$body$1`,
  (key) => key.toUpperCase(),
  (key) => `${key.slice(0, 1).toUpperCase()}${key.slice(1)} Case`,
  (key) => `${key} ключ ñ 表 👩‍👩‍👧 ß İ`,
  // 63 bytes, and more than that: PostgreSQL cuts the end off.
  (key) => key.padEnd(63, "x"),
  (key) => key.padEnd(90, "y"),
  (key) => `${key}${"é".repeat(40)}`,
  (key) => ` ${key} `,
  (key) => `${key}.a/b:c%2E|d`,
  (key) => `${key}(a,b)[]*) {x} %s :p`,
  (key) => `1${key}/* c */`,
  (key) => `${key},`,
  (key) => reserved[key] ?? key,
];

/** Words that stand for something else where they are not quoted. */
const reserved: Readonly<Record<string, string>> = {
  one: "current_schema",
  a: "select",
  b: "user",
  p: "table",
  mood: "integer",
  code: "interval",
  pair: "row",
  ok: "coalesce",
  touch: "trigger",
  v1: "only",
  c0: "default",
  c1: "current_user",
  c2: "PUBLIC",
  id: "end",
};

/** The name of a key in one of the spellings; `number` chooses it. No two keys have one name. */
export const hostileName = (key: string, number: number): string => spellings[number % spellings.length]?.(key) ?? key;

export const spellingCount: number = spellings.length;

/** Texts for comments, labels and constants. The first is the simplest. */
export const hostileTexts = [
  "text",
  "it's '' \\' \\",
  '"; drop schema public cascade; --',
  "'; DROP SCHEMA public CASCADE; --",
  "$$ $tag$ $1 $body$",
  "line\nbreak\r\n\ttab\n-- comment /* c */",
  "größe 表 👩‍👩‍👧 \u2028",
  "%s %I {x} :p ?",
  " ",
  "E'\\n' \\x41 \\u0041",
] as const;

/** Roles belong to the whole server, so they are the same for all. */
export const grantees = ["scenario_reader", 'scenario_"; drop schema public cascade; --'] as const;
/** None of them is given rights: those of an owner are not told apart from the ones that it has by itself. */
export const owners = ["scenario_owner", "scenario_it's \\ $$\nИмя"] as const;

/** A name as SQL. */
export const quote = escapeIdentifier;

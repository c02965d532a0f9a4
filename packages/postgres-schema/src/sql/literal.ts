import { Sql } from "./sql.ts";

/** A string constant. Backslashes are plain characters, as `standard_conforming_strings` has it since PostgreSQL 9.1. */
export function literal(value: string): Sql {
  if (value.includes("\u0000")) throw new Error("PostgreSQL text cannot hold a NUL character");
  return Sql.of(`'${value.replaceAll("'", "''")}'`);
}

/** A constant of the kinds that a model can hold. Lists and objects become JSON text. */
export function constant(
  value: string | number | boolean | null | readonly unknown[] | Readonly<Record<string, unknown>>,
): Sql {
  if (value === null) return Sql.of("NULL");
  if (typeof value === "boolean") return Sql.of(value ? "true" : "false");
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new Error(`${value} is no SQL number`);
    return Sql.of(String(value));
  }
  return literal(typeof value === "string" ? value : JSON.stringify(value));
}

/** Numbers that PostgreSQL printed, such as a sequence's bounds, which may not fit a JavaScript number. */
export function integerText(text: string): Sql {
  if (!/^-?\d+$/.test(text)) throw new Error(`${text} is no integer`);
  return Sql.of(text);
}

/** The body of a function or of a DO block as a string. A name in it may be called anything, the dollar quote too. */
export const quotedBody = (body: Sql, word: "function" | "do" = "function"): Sql =>
  body.text.includes(`$${word}$`) ? literal(body.text) : Sql.of(`$${word}$${body.text}$${word}$`);

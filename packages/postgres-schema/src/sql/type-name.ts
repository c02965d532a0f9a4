import { Sql } from "./sql.ts";

const name = String.raw`(?:[a-z_][a-z0-9_$]*|"(?:[^"\u0000]|"")+")`;
const grammar = new RegExp(
  `^(?:${name}\\.)?${name}(?: (?:varying|precision|with time zone|without time zone|year|month|day|hour|minute|second|to|year to month|day to hour|day to minute|day to second|hour to minute|hour to second|minute to second))*(?:\\((?:\\d+|[A-Za-z]+)(?:,-?\\d+)?\\))?(?: with(?:out)? time zone)?(?:\\[\\])*$`,
);

/** Whether the text is the name of one type as `format_type` prints it, and nothing else. */
export const isTypeName = (text: string): boolean => grammar.test(text);

/** A type's name, as `format_type` prints it. Throws on anything else: such text would be SQL of its own. */
export function typeName(text: string): Sql {
  if (!isTypeName(text)) throw new Error(`${JSON.stringify(text)} is not the name of a type`);
  return Sql.of(text);
}

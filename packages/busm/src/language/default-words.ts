import type { FieldFile } from "./field-file.ts";

export type DefaultWord = "now" | "today" | "uuid" | "user" | "tenant";

const wordsOfType: Partial<Record<FieldFile["type"], readonly DefaultWord[]>> = {
  datetime: ["now"],
  time: ["now"],
  date: ["today"],
  uuid: ["uuid", "user", "tenant"],
  reference: ["tenant"],
  user: ["user"],
};

/** The words that `default:` knows for a type. For any other type the same word is the text that it is. */
export const defaultWords = (type: FieldFile["type"]): readonly DefaultWord[] => wordsOfType[type] ?? [];

/** `{ sql: … }`, where a literal could stand as well. */
export const isSqlValue = (value: unknown): value is { readonly sql: string } =>
  typeof value === "object" &&
  value !== null &&
  Object.keys(value).length === 1 &&
  "sql" in value &&
  typeof value.sql === "string";

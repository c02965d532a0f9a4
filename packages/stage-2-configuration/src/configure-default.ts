import type { DefaultValue } from "@build-it/artifacts";
import type { FieldFile } from "@build-it/busm";

type Word = "now" | "today" | "uuid" | "user" | "tenant";

/** Which words mean something for a type. For any other type the same word is the text that it is. */
const wordsOf: Partial<Record<FieldFile["type"], readonly Word[]>> = {
  datetime: ["now"],
  time: ["now"],
  date: ["today"],
  uuid: ["uuid", "user", "tenant"],
  reference: ["tenant"],
  user: ["user"],
};

/** The default of a field, if it has one. */
export const configureDefault = (field: FieldFile): DefaultValue | undefined => {
  const { default: value, type } = field;
  if (value === undefined) return undefined;
  if (isSql(value)) return { kind: "sql", expression: value.sql };
  const word = wordsOf[type]?.find((known) => known === value);
  return word === undefined ? { kind: "literal", value } : { kind: word };
};

const isSql = (value: unknown): value is { readonly sql: string } =>
  typeof value === "object" &&
  value !== null &&
  Object.keys(value).length === 1 &&
  "sql" in value &&
  typeof value.sql === "string";

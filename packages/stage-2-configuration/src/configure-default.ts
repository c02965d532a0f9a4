import type { DefaultValue } from "@build-it/artifacts";
import type { FieldFile } from "@build-it/busm";
import { defaultWords, isSqlValue } from "@build-it/busm";

/** The default of a field, if it has one. */
export const configureDefault = ({ default: value, type }: FieldFile): DefaultValue | undefined => {
  if (value === undefined) return undefined;
  if (isSqlValue(value)) return { kind: "sql", expression: value.sql };
  const word = defaultWords(type).find((known) => known === value);
  return word === undefined ? { kind: "literal", value } : { kind: word };
};

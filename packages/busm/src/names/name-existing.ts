import pluralize from "pluralize";
import { deriveColumn } from "./derive-names.ts";
import { isBuiltInProperty } from "./name-limits.ts";

/**
 * The entity that a table would be called after: `invoice_lines` -> `InvoiceLine`, `Order Details` -> `OrderDetail`.
 * A name without a letter that the language takes gives `fallback`.
 */
export function nameEntity(table: string, fallback = "Entity"): string {
  const words = wordsOf(table);
  const last = words.pop();
  if (last !== undefined) words.push(pluralize.singular(last));
  return asEntity(words.map(capitalize).join(""), fallback);
}

/** The enum that a type would be called after: `mpaa_rating` -> `MpaaRating`. */
export const nameEnum = (type: string): string => asEntity(wordsOf(type).map(capitalize).join(""), "Enum");

/** The field that a column would be called after: `account_id` -> `accountId`; `line_2`, since `line2` is another column. */
export function nameField(column: string): string {
  const [first = "", ...others] = wordsOf(column);
  const camel = first.charAt(0).toLowerCase() + first.slice(1) + others.map(capitalize).join("");
  const fitting = [camel, column].find((name) => /^[a-z][A-Za-z0-9_]*$/.test(name) && deriveColumn(name) === column);
  const name = fitting ?? (/^[a-z]/.test(camel) ? camel : `field${capitalize(camel)}`);
  return isBuiltInProperty(name) ? `${name}Value` : name;
}

/** What letters and digits of ASCII make: names of the model are used in generated code. */
const wordsOf = (name: string): string[] =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => (word === word.toUpperCase() ? word.toLowerCase() : word));

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const asEntity = (name: string, fallback: string): string =>
  /^[A-Z]/.test(name) ? name : name === "" ? fallback : `${fallback}${name}`;

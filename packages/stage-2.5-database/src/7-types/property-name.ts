/** Pieces of TypeScript text that cannot be broken out of, whatever a model calls things. */

/** A key of an interface or an object type. */
export const propertyName = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

/** A key of an object literal, where a bare `__proto__` would set the prototype. */
export const literalKey = (name: string): string => (name === "__proto__" ? `["__proto__"]` : propertyName(name));

/** A documentation comment, or nothing where there is nothing to say. */
export function documentation(lines: readonly (string | undefined)[], indent: string): string {
  const text = lines
    .flatMap((line) => line?.split(/\r\n|[\n\r\u2028\u2029]/) ?? [])
    .map((line) => line.replaceAll("*/", "*\\/"));
  if (text.length === 0) return "";
  if (text.length === 1) return `${indent}/** ${text[0]} */\n`;
  return `${indent}/**\n${text.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}

/** A comment of the database; one that says "Deprecated: …" as the tag that editors strike names through for. */
export const commentLine = (comment: string | undefined, deprecated: boolean): string | undefined =>
  deprecated ? `@deprecated ${comment?.replace(/^Deprecated: /, "") ?? "Kept for earlier iterations."}` : comment;

/**
 * A value of the model as TypeScript text. Labels, names and options are whatever people typed, so this is the only way
 * that they come into a generated file.
 */
export const literal = (value: unknown): string =>
  JSON.stringify(value)
    // A line separator ends a line to some readers of the file; a closing tag ends a script that the file is put into.
    .replace(/[\u2028\u2029\u007f-\u009f]/g, escapeCharacter)
    // Directions of writing that could make the file read as another one than the compiler reads.
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, escapeCharacter)
    .replace(/<(?=[/!])/g, "\\u003c");

const escapeCharacter = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

const isName = (name: string): boolean => /^[a-z_$][\w$]*$/i.test(name);

/** `name` or `"name with spaces"`, as a key of an object. */
export const propertyName = (name: string): string =>
  isName(name) && name !== "__proto__" ? name : `[${literal(name)}]`;

/** `row.name` or `row["name with spaces"]`. */
export const member = (object: string, name: string): string =>
  isName(name) ? `${object}.${name}` : `${object}[${literal(name)}]`;

/** `["id", "name"]`, over several lines when it is long. */
export const literalList = (values: readonly string[]): string => {
  const line = `[${values.map(literal).join(", ")}]`;
  return line.length <= 60 ? line : `[\n${values.map((value) => `${literal(value)},`).join("\n")}\n]`;
};

/** `"id" | "name"`. */
export const literalUnion = (values: readonly string[]): string =>
  values.length === 0 ? "never" : values.map(literal).join(values.length <= 4 ? " | " : "\n| ");

/** A property of JSX: `name="id"`, or as an expression what JSX would read in its own way. */
export const attribute = (name: string, value: string): string =>
  /^[\w.-]*$/.test(value) ? `${name}="${value}"` : `${name}={${literal(value)}}`;

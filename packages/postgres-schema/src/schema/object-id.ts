/**
 * The identity of an object: its kind and its raw names, `column:public.accounts.name`. Names are escaped where they
 * hold one of the separators, so two objects never share an id whatever their names are.
 */
export type ObjectId = `${string}:${string}`;

const separator = /[%.:/]/;
const separators = /[%.:/]/g;

// Asked first: a replacement that finds nothing costs several times as much, and every object's id passes here.
const escapeName = (name: string): string =>
  separator.test(name)
    ? name.replaceAll(separators, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    : name;

/** The id of an object of `kind` with these raw names, outermost first. */
export function objectId(kind: string, ...names: readonly string[]): ObjectId {
  const [first = "", ...others] = names;
  let id: ObjectId = `${kind}:${escapeName(first)}`;
  for (const name of others) id = `${id}.${escapeName(name)}`;
  return id;
}

/** The id of an object that hangs on another one, a comment or a privilege: `comment:table:public.accounts`. */
export const attachedId = (kind: string, on: ObjectId, ...names: readonly string[]): ObjectId =>
  `${kind}:${on}${names.map((name) => `/${escapeName(name)}`).join("")}`;

/** The id of a column of the table with this id. */
export const columnIn = (table: ObjectId, name: string): ObjectId =>
  `column:${table.slice(table.indexOf(":") + 1)}.${escapeName(name)}`;

/** The kind in an id. */
export const kindOf = (id: ObjectId): string => id.slice(0, id.indexOf(":"));

/** The id as a person reads it: `accounts.name`, with the schema where it is not `public`. */
export const nameOf = (id: ObjectId): string =>
  id
    .slice(id.indexOf(":") + 1)
    .replace(/^public\./, "")
    .replaceAll(/%([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

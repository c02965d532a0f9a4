import type { ObjectId } from "./object-id.ts";
import type { SchemaObject, Sequence } from "./objects.ts";
import { spelledName } from "./spelled-name.ts";

/** By its id before: a sequence, and the name that it goes on under. */
export type SequenceNames = ReadonlyMap<ObjectId, { readonly sequence: Sequence; readonly to: string }>;

/** What an object is once sequences have other names. A default is bound to the sequence that it calls. */
export function followSequences(object: SchemaObject, names: SequenceNames): SchemaObject {
  if (object.kind !== "default" && object.kind !== "inherited_column") return object;
  const [called, ...others] = object.dependsOn.flatMap((id) => names.get(id) ?? []);
  // Two may have handed on a name: the text does not tell which one it means.
  if (called === undefined || others.length > 0) return object;
  const { sequence, to } = called;
  const rename = (text: string): string =>
    text.replaceAll(regclass(sequence.schema, sequence.name), () => regclass(sequence.schema, to));
  const renameIn = (text: string | null): string | null => (text === null ? null : rename(text));
  if (object.kind === "default") return { ...object, expression: rename(object.expression) };
  if (object.default === null) return object;
  const { own, inherited } = object.default;
  return { ...object, default: { own: renameIn(own), inherited: renameIn(inherited) } };
}

/** A sequence as PostgreSQL prints it in an expression. */
const regclass = (schema: string, name: string): string =>
  `'${`${spelledName(schema)}.${spelledName(name)}`.replaceAll("'", "''")}'::regclass`;

import {
  canonicalText,
  columnId,
  idOf,
  type ObjectId,
  parseExpression,
  type ReferencedName,
  type SchemaObject,
} from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import { expressionRefused } from "../diagnostics.ts";
import type { Designed } from "./designed.ts";

export interface ProvenParts {
  /** Without those whose SQL was refused. */
  readonly parts: readonly Designed[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Proves that all SQL of the model is expressions and finds what it depends on. What the previous design has word for word
 * was proven when it came.
 */
export async function proveExpressions(
  parts: readonly Designed[],
  before: ReadonlyMap<ObjectId, SchemaObject>,
): Promise<ProvenParts> {
  const known = knownObjects(parts);
  const proven: Designed[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const part of parts) {
    const earlier = before.get(idOf(part.object));
    if (part.authored === undefined) proven.push(part);
    else if (earlier !== undefined && canonicalText(earlier) === canonicalText(part.object))
      proven.push({ ...part, object: dependingOn(part.object, "dependsOn" in earlier ? earlier.dependsOn : []) });
    else {
      const found: ObjectId[] = [];
      const refusals: Diagnostic[] = [];
      for (const { text, purpose } of part.authored) {
        const parsed = await parseExpression(text);
        if (parsed.status === "refused") refusals.push(refusal(purpose, parsed.problem, text, part));
        else
          found.push(...columnsAmong(part.object, parsed.columns, known), ...functionsAmong(parsed.functions, known));
      }
      diagnostics.push(...refusals);
      if (refusals.length === 0) proven.push({ ...part, object: dependingOn(part.object, found) });
    }
  }
  return { parts: proven, diagnostics };
}

/** The objects that text can mention: columns by id, functions by name, since text does not say which of several is meant. */
interface KnownObjects {
  readonly ids: ReadonlySet<ObjectId>;
  readonly functions: ReadonlyMap<string, readonly ObjectId[]>;
}

const nameKey = (schema: string, name: string): string => JSON.stringify([schema, name]);

export function knownObjects(parts: readonly Pick<Designed, "object">[]): KnownObjects {
  const functions = new Map<string, ObjectId[]>();
  for (const { object } of parts)
    if (object.kind === "function") {
      const key = nameKey(object.schema, object.name);
      functions.set(key, [...(functions.get(key) ?? []), idOf(object)]);
    }
  return { ids: new Set(parts.map(({ object }) => idOf(object))), functions };
}

const columnsAmong = (object: SchemaObject, columns: readonly string[], { ids }: KnownObjects): readonly ObjectId[] =>
  "table" in object
    ? columns.map((column) => columnId(object.schema, object.table, column)).filter((id) => ids.has(id))
    : [];

export const functionsAmong = (names: readonly ReferencedName[], { functions }: KnownObjects): readonly ObjectId[] =>
  names.flatMap(({ schema, name }) => (schema === null ? [] : (functions.get(nameKey(schema, name)) ?? [])));

const dependingOn = (object: SchemaObject, ids: readonly ObjectId[]): SchemaObject =>
  "dependsOn" in object ? { ...object, dependsOn: [...new Set([...object.dependsOn, ...ids])].sort() } : object;

const refusal = (
  purpose: string,
  { message, offset }: { readonly message: string; readonly offset: number | null },
  text: string,
  { location }: Designed,
): Diagnostic =>
  expressionRefused(purpose, offset === null ? message : `${message}, at character ${offset + 1}`, text, location);

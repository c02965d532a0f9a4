import {
  canonicalText,
  idOf,
  kindOf,
  type ObjectId,
  type ParsedExpression,
  parseExpression,
  type SchemaObject,
} from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import { expressionRefused } from "../diagnostics/bodies.ts";
import type { Designed } from "./designed.ts";
import { findReferenced } from "./referenced-objects.ts";

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
  const find = findReferenced(parts.map(({ object }) => object));
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
        else found.push(...mentionedIn(part.object, parsed, find));
      }
      diagnostics.push(...refusals);
      if (refusals.length === 0) proven.push({ ...part, object: dependingOn(part.object, found) });
    }
  }
  return { parts: proven, diagnostics };
}

/** Of an expression's own table only the columns count: the table is there anyway. */
const mentionedIn = (
  object: SchemaObject,
  { columns, functions, types }: Extract<ParsedExpression, { status: "parsed" }>,
  find: ReturnType<typeof findReferenced>,
): readonly ObjectId[] => {
  const own = "table" in object ? [{ schema: object.schema, name: object.table }] : [];
  return find({ columns, functions, types, relations: own }).filter((id) => kindOf(id) !== "table");
};

const dependingOn = (object: SchemaObject, ids: readonly ObjectId[]): SchemaObject =>
  "dependsOn" in object ? { ...object, dependsOn: [...new Set([...object.dependsOn, ...ids])].sort() } : object;

const refusal = (
  purpose: string,
  { message, offset }: { readonly message: string; readonly offset: number | null },
  text: string,
  { location }: Designed,
): Diagnostic =>
  expressionRefused(purpose, offset === null ? message : `${message}, at character ${offset + 1}`, text, location);

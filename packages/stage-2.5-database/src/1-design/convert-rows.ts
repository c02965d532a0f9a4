import type { Configuration, ConfiguredEntity, ConfiguredField, ValueSource } from "@build-it/artifacts";
import {
  canonicalText,
  type DatabaseSchema,
  isKind,
  type ObjectId,
  objectsOfKind,
  parseExpression,
  type SchemaObject,
  type Sql,
} from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import { expressionRefused } from "../diagnostics/bodies.ts";
import type { Design, RowConversions } from "./design.ts";
import { literalValue } from "./design-default.ts";
import { columnIdOf } from "./designed.ts";

interface ConvertedRows extends RowConversions, Pick<Design, "usedCasts"> {
  readonly diagnostics: readonly Diagnostic[];
}

/** What the model says about rows that are there, for the columns that this iteration changes. The rest was done before. */
export async function convertRows(
  { entities }: Configuration,
  { before, after }: { readonly before: DatabaseSchema; readonly after: DatabaseSchema },
  wasUsed: (column: ObjectId, cast: string) => boolean,
): Promise<ConvertedRows> {
  const backfills = new Map<ObjectId, Sql>();
  const conversions = new Map<ObjectId, Sql>();
  const valueMaps = new Map<ObjectId, ReadonlyMap<string, string>>();
  const usedCasts: Record<ObjectId, string> = {};
  const diagnostics: Diagnostic[] = [];
  const rulesBefore = columnRules(before);
  const rulesAfter = columnRules(after);
  for (const entity of entities)
    for (const field of entity.fields) {
      const id = columnIdOf(entity, field.column);
      const [was, is] = [before.objects.get(id), after.objects.get(id)];
      if (is?.kind !== "column" || (was !== undefined && was.kind !== "column")) continue;
      const prove = async (source: ValueSource, word: string, to: Map<ObjectId, Sql>): Promise<void> => {
        const value = await proveSource(source, entity, field, word);
        if ("code" in value) diagnostics.push(value);
        else to.set(id, value);
      };
      const becomesRequired = !is.nullable && (was === undefined || was.nullable);
      if (field.backfill !== undefined && becomesRequired) await prove(field.backfill, "backfill", backfills);
      const retyped = was !== undefined && was.type !== is.type;
      if (field.cast !== undefined) {
        const cast = textOf(field.cast);
        const used = wasUsed(id, cast);
        if (retyped && !used) await prove(field.cast, "using", conversions);
        // What a new column says is of a type that nobody ever saw.
        if (retyped || used || was === undefined) usedCasts[id] = cast;
      }
      if (field.mapValues !== undefined && was !== undefined && rulesBefore.get(id) !== rulesAfter.get(id))
        valueMaps.set(id, new Map(Object.entries(field.mapValues)));
    }
  return { backfills, conversions, valueMaps, usedCasts, diagnostics };
}

const textOf = (source: ValueSource): string => {
  if (source.kind === "sql") return source.expression;
  return typeof source.value === "object" ? JSON.stringify(source.value) : String(source.value);
};

/** A backfill is part of an UPDATE and may look into other tables; PostgreSQL lets the USING of a new type look at its row only. */
async function proveSource(
  source: ValueSource,
  entity: ConfiguredEntity,
  field: ConfiguredField,
  word: string,
): Promise<Sql | Diagnostic> {
  if (source.kind === "literal") return literalValue(source, entity, field);
  const parsed = await parseExpression(source.expression, { subselects: word === "backfill" });
  if (parsed.status === "parsed") return parsed.expression;
  return expressionRefused(
    `\`${word}\` of ${entity.name}.${field.name}`,
    parsed.problem.message,
    source.expression,
    field.source,
  );
}

/** By column, as text: what its values may be, by its checks and its enum. */
function columnRules(schema: DatabaseSchema): ReadonlyMap<ObjectId, string> {
  const rules = new Map<ObjectId, string>();
  const add = (id: ObjectId, object: SchemaObject): void => {
    rules.set(id, `${rules.get(id) ?? ""}${canonicalText(object)}\n`);
  };
  for (const check of objectsOfKind(schema, "check")) for (const id of check.dependsOn) add(id, check);
  for (const [id, object] of schema.objects) {
    const type =
      isKind(object, "column") && object.typeObject !== null ? schema.objects.get(object.typeObject) : undefined;
    if (type !== undefined) add(id, type);
  }
  return rules;
}

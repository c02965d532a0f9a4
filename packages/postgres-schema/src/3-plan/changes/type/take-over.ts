import { isKind, objectsOfKind } from "../../../schema/database-schema.ts";
import { columnId, idOf } from "../../../schema/identify.ts";
import { attachedId, kindOf, type ObjectId, objectId } from "../../../schema/object-id.ts";
import type { Column, Composite, Domain, Enum, ObjectKind, SchemaObject } from "../../../schema/objects.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { ident, qualified, shortenName } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import { typeName } from "../../../sql/type-name.ts";
import type { PlanContext } from "../../change-rule.ts";
import { alterStep, dropStep, type Step } from "../../step.ts";
import { withholdUsage } from "../privilege/privilege.ts";
import { isOfNewTable } from "../table/another-table.ts";
import { isDividedBy } from "../table/divided-by.ts";

/** A type that columns hold values of, and other types can be made of. */
type HeldType = Enum | Domain | Composite;

interface TypeChange {
  readonly id: ObjectId;
  readonly before: HeldType;
  readonly after: HeldType;
  /** See `ChangedObject.rowsOf`. */
  readonly rowsOf?: readonly ObjectId[];
  /** See `ChangedObject.textMeanwhile`. */
  readonly textMeanwhile?: readonly ObjectId[];
}

/** How the new type is made, and what has to be there for that besides what it refers to. */
interface Definition {
  readonly sql: Sql;
  readonly needs?: readonly ObjectId[];
  readonly creates?: readonly ObjectId[];
}

/**
 * A new type takes the place of one that PostgreSQL cannot alter: the old one is put aside, all columns move to the new one
 * by way of their text, and the old one goes once the types that were made of it are gone.
 */
export function takeOver(
  { id, before, after, rowsOf = [], textMeanwhile = [] }: TypeChange,
  { sql: definition, needs = [], creates = [] }: Definition,
  context: PlanContext,
): readonly Step[] {
  const word = after.kind === "domain" ? sql`DOMAIN` : sql`TYPE`;
  const aside = nameAside(after);
  const references = referencesOf(after);
  // The rows of tables change while the columns that hold them are text: they wait for the new type, and all else that uses it for them.
  const held = textMeanwhile.length === 0 ? [] : references.filter((used) => kindOf(used) === "table");
  return [
    alterStep(id, sql`ALTER ${word} ${qualified(before.schema, before.name)} RENAME TO ${ident(aside)}`, {}),
    alterStep(id, definition, {
      alters: [madeAnew(id)],
      needs: [...references.filter((used) => !held.includes(used)), ...needs],
      expects: held,
      creates,
    }),
    ...withholdUsage(idOf(after), qualified(after.schema, after.name), context),
    ...columnsOfType(id, context).flatMap((column) =>
      textMeanwhile.includes(idOf(column)) ? [] : [alterRowsToo(moveColumn(id, column), rowsOf)],
    ),
    {
      ...dropStep(asideOf(before), sql`DROP ${word} ${qualified(after.schema, aside)}`, {
        needs: held,
        releases: [...typesWithin(before, context).map(asideOf), ...lettingGo(referencesLetGo(before, after), context)],
      }),
      alters: held.length === 0 ? [] : [id],
    },
  ];
}

/** The new type that takes the place of this one, before all that waits for it has come about. */
export const madeAnew = (type: ObjectId): ObjectId => attachedId("new", type);

const nameAside = ({ name }: HeldType): string => shortenName(`${name}__replaced`);

/** A type that was put aside, and goes when nothing is of it any more. */
export const asideOf = (type: HeldType): ObjectId => objectId(type.kind, type.schema, nameAside(type));

/**
 * What a statement has to come before that lets go of these: a type that a new one takes the place of is there until it is dropped,
 * whatever its name is by then.
 */
export const lettingGo = (
  ids: readonly ObjectId[],
  { before, after, replaced }: Pick<PlanContext, "before" | "after" | "replaced">,
) =>
  ids.map((id): ObjectId => {
    const was = before.objects.get(id);
    return was !== undefined && isHeldType(was) && after.objects.has(id) && !replaced.has(id) ? asideOf(was) : id;
  });

/** The types that a type is made of. */
const typesWithin = (type: HeldType, { before }: PlanContext): readonly HeldType[] =>
  referencesOf(type).flatMap((id) => {
    const used = before.objects.get(id);
    return used !== undefined && isHeldType(used) ? [used] : [];
  });

const isHeldType = (object: SchemaObject): object is HeldType =>
  object.kind === "enum" || object.kind === "domain" || object.kind === "composite";

/** What uses the rows of a table comes before or after whatever changes them. */
export const alterRowsToo = (step: Step, tables: readonly ObjectId[] = []): Step =>
  tables.length === 0 ? step : { ...step, alters: [...step.alters, ...tables] };

function moveColumn(id: ObjectId, column: Column): Step {
  const type = typeName(column.type);
  const text = column.type.endsWith("[]") ? sql`text[]` : sql`text`;
  return alterStep(
    id,
    sql`ALTER TABLE ${qualified(column.schema, column.table)} ALTER COLUMN ${ident(column.name)} TYPE ${type} USING ${ident(column.name)}::${text}::${type}`,
    {
      lock: "access_exclusive",
      hazards: ["rewrites_table", "may_fail_on_data"],
      // A function that uses the column comes back once it is of the new type.
      alters: [idOf(column)],
      needs: [idOf(column)],
    },
  );
}

/** Columns that have the type before and after; a new column waits for the type, a dropped one is gone by then. */
const columnsOfType = (id: ObjectId, { before, after }: PlanContext): readonly Column[] =>
  objectsOfKind(after, "column").filter((column) => {
    const earlier = before.objects.get(columnId(column.schema, column.table, column.name));
    if (column.typeObject !== id || isGenerated(column) || earlier === undefined) return false;
    return (
      isKind(earlier, "column") &&
      earlier.typeObject === id &&
      // One that becomes a list of them, or no list any more, moves by itself.
      earlier.type === column.type &&
      !isGenerated(earlier) &&
      !isDividedBy(id, column, before) &&
      !isOfNewTable(column, { before, after })
    );
  });

const isGenerated = (column: Column): boolean => column.generated !== null;

/** What holds a type that a new one takes the place of, in an expression or as an argument, and so has to step aside. */
export const holdsType = (object: SchemaObject): boolean =>
  holdingKinds.has(object.kind) || (object.kind === "column" && isGenerated(object));

const holdingKinds: ReadonlySet<string> = new Set([
  "domain_check",
  "view",
  "materialized_view",
  "rule",
  "default",
  "policy",
  "trigger",
  "check",
  "index",
  "exclusion",
  "foreign_key",
  "function",
  "aggregate",
  "cast",
] satisfies readonly ObjectKind[]);

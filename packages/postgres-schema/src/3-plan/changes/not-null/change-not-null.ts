import { objectsOfKind } from "../../../schema/database-schema.ts";
import { columnId, idOf, tableId } from "../../../schema/identify.ts";
import { type ObjectId, objectId } from "../../../schema/object-id.ts";
import type { NotNull } from "../../../schema/objects.ts";
import { tablesAbove } from "../../../schema/parents.ts";
import { ident, qualified, shortenName } from "../../../sql/identifier.ts";
import { nothing, type Sql, sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { alterStep, type Step } from "../../step.ts";
import { isOfNewTable } from "../table/another-table.ts";
import { nameLeft, nameTakenOver, opensCircle } from "./hand-on-names.ts";
import {
  type ColumnPlace,
  constrainedColumn,
  type NotNullConstraint,
  notNullDefinition,
  notNullOf,
  saidOf,
} from "./not-null-constraint.ts";

/**
 * Takes the NOT NULL constraint of a column from one schema to the other, whoever asks: the column, because it becomes
 * required or no longer is, or what is said of the constraint. `proven` spares the rows from being read; `only` leaves out the
 * tables below.
 */
export function changeNotNull(
  place: ColumnPlace,
  context: PlanContext,
  { proven = false, only = false }: { readonly proven?: boolean; readonly only?: boolean } = {},
): readonly Step[] {
  const was = isOfNewTable(place, context) ? undefined : constrainedColumn(place, context.before);
  const is = constrainedColumn(place, context.after);
  const from = was === undefined ? undefined : notNullOf(was);
  const to = is === undefined ? undefined : notNullOf(is);
  if (to === undefined) return from === undefined ? [] : [dropNotNull(place, context, only)];
  if (from === undefined) return [addNotNull(place, context, { proven })];
  // A constraint that is validated only becomes one that is not by being a new one.
  if (from.validated && !to.validated) return [dropNotNull(place, context), addNotNull(place, context, { proven })];
  return alterNotNull(place, from, to, context);
}

const alterTable = ({ schema, table }: ColumnPlace, action: Sql, only = false): Sql =>
  sql`ALTER TABLE ${only ? sql`ONLY ` : nothing}${qualified(schema, table)} ${action}`;

const dropNotNull = (place: ColumnPlace, context: PlanContext, only = false): Step =>
  alterStep(idAt(place, context), alterTable(place, sql`ALTER COLUMN ${ident(place.name)} DROP NOT NULL`, only), {
    lock: "access_exclusive",
    drops: [...idsOf(saidOf(place, context.before)), ...nameLeft(place, context)],
    needs: constraintsAbove(place, context),
  });

/** Those of the column of its name in the tables above: while one of them is required, so is it. */
const constraintsAbove = ({ schema, table, name }: ColumnPlace, { before }: PlanContext): readonly ObjectId[] => {
  const on = before.objects.get(tableId(schema, table));
  if (on?.kind !== "table") return [];
  return [...tablesAbove(on, before)]
    .flatMap((above) => before.partsOf(above))
    .filter(
      (part) =>
        (part.kind === "column" && part.name === name && !part.nullable) ||
        (part.kind === "not_null" && part.column === name),
    )
    .map(idOf);
};

/** Makes a column required: with nothing to say of the constraint, in the words of every version. */
export function addNotNull(
  place: ColumnPlace,
  context: PlanContext,
  { proven }: { readonly proven: boolean } = { proven: false },
): Step {
  const said = saidOf(place, context.after);
  const action =
    said === undefined ? sql`ALTER COLUMN ${ident(place.name)} SET NOT NULL` : sql`ADD ${notNullDefinition(said)}`;
  return alterStep(idAt(place, context), alterTable(place, action), {
    lock: "access_exclusive",
    hazards: proven || said?.validated === false ? [] : ["scans_table", "may_fail_on_data"],
    creates: [...idsOf(said), ...nameTakenOver(place, context)],
  });
}

const idAt = (place: ColumnPlace, { before, after }: PlanContext): ObjectId =>
  (constrainedColumn(place, after) ?? constrainedColumn(place, before))?.id ??
  columnId(place.schema, place.table, place.name);

/** Renamed and not built anew, so that no row is read and a key may stand on it. */
function alterNotNull(
  column: ColumnPlace,
  from: NotNullConstraint,
  to: NotNullConstraint,
  context: PlanContext,
): readonly Step[] {
  const [was, is] = [saidOf(column, context.before), saidOf(column, context.after)];
  const said = is ?? was;
  const id = said === undefined ? idAt(column, context) : idOf(said);
  const access = { lock: "access_exclusive" } as const;
  const steps = [
    ...(from.name === to.name ? [] : renameNotNull(column, { id, from: from.name, to: to.name }, context)),
    ...(from.noInherit === to.noInherit
      ? []
      : [
          alterStep(
            id,
            alterTable(
              column,
              sql`ALTER CONSTRAINT ${ident(to.name)} ${to.noInherit ? sql`NO INHERIT` : sql`INHERIT`}`,
            ),
            to.noInherit ? access : { ...access, hazards: ["scans_table", "may_fail_on_data"] },
          ),
          ...(to.noInherit ? freeChildren(column, context) : []),
        ]),
    ...(from.validated === to.validated
      ? []
      : [
          alterStep(id, alterTable(column, sql`VALIDATE CONSTRAINT ${ident(to.name)}`), {
            lock: "share_update_exclusive",
            hazards: ["scans_table", "may_fail_on_data"],
          }),
        ]),
  ];
  return steps.map((step, place) => ({
    ...step,
    creates: [...step.creates, ...(was === undefined && place === 0 ? idsOf(is) : [])],
    drops: [...step.drops, ...(is === undefined && place === steps.length - 1 ? idsOf(was) : [])],
    // A constraint is inherited before the one or after the other, and then it has no name of its own.
    needs: was === undefined ? [tableId(column.schema, column.table)] : [],
    releases: is === undefined ? [tableId(column.schema, column.table)] : [],
  }));
}

function renameNotNull(
  column: ColumnPlace,
  { id, from, to }: { readonly id: ObjectId; readonly from: string; readonly to: string },
  context: PlanContext,
): readonly Step[] {
  const rename = (one: string, other: string, links: Partial<Pick<Step, "creates" | "drops">>): Step =>
    alterStep(id, alterTable(column, sql`RENAME CONSTRAINT ${ident(one)} TO ${ident(other)}`), {
      lock: "access_exclusive",
      ...links,
    });
  const [drops, creates] = [nameLeft(column, context), nameTakenOver(column, context)];
  if (!opensCircle(column, context)) return [rename(from, to, { drops, creates })];
  const meanwhile = shortenName(`${from}__renamed`);
  return [rename(from, meanwhile, { drops }), rename(meanwhile, to, { creates })];
}

/** What a child had from its parent stays with it as its own; here it goes, unless the child is to have it. */
const freeChildren = ({ schema, table, name }: ColumnPlace, { before, after }: PlanContext): readonly Step[] =>
  objectsOfKind(after, "table").flatMap((child) => {
    const isChild = child.inherits?.some((parent) => parent.schema === schema && parent.table === table) === true;
    const own = after.objects.get(objectId("inherited_column", child.schema, child.name, name));
    if (!isChild || !before.objects.has(idOf(child)) || (own?.kind === "inherited_column" && own.required)) return [];
    return [
      alterStep(
        idOf(child),
        sql`ALTER TABLE ${qualified(child.schema, child.name)} ALTER COLUMN ${ident(name)} DROP NOT NULL`,
        { lock: "access_exclusive" },
      ),
    ];
  });

const idsOf = (said: NotNull | undefined) => (said === undefined ? [] : [idOf(said)]);

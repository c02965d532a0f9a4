import { idOf } from "../../../schema/identify.ts";
import type { IndexedSchema } from "../../../schema/indexed-schema.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { SchemaObject, Setting } from "../../../schema/objects.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { integerText } from "../../../sql/literal.ts";
import { type Sql, sql, trusted } from "../../../sql/sql.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Lock, type Step } from "../../step.ts";
import { isOfPartitionedIndex } from "../index/parameters-of-partitioned.ts";

export const createSetting = (setting: Setting, { after }: PlanContext): readonly Step[] =>
  isOfPartitionedIndex(setting, after)
    ? []
    : [
        createStep(idOf(setting), alterObject(after.objects.get(setting.on), setAction(setting)), {
          lock: lockOf(setting),
          needs: [...referencesOf(setting), ...parametersBefore(setting, after), ...columnsBefore(setting, after)],
        }),
      ];

/** PostgreSQL lists parameters in the order in which they were set. */
const parametersBefore = ({ on, ordinal = 0 }: Setting, schema: IndexedSchema): readonly ObjectId[] =>
  schema
    .attachedTo(on)
    .flatMap((other) => (other.kind === "setting" && (other.ordinal ?? ordinal) < ordinal ? [idOf(other)] : []));

/** A table is of a type once it has the type's columns, and has a TOAST table once it has those with long values. */
const columnsBefore = (setting: Setting, schema: IndexedSchema): readonly ObjectId[] =>
  setting.attribute !== "of_type" && !isOfToast(setting)
    ? []
    : schema.partsOf(setting.on).flatMap((part) => (part.kind === "column" ? [idOf(part)] : []));

/** A parameter of the table beside a table where PostgreSQL keeps its long values. */
export const isOfToast = (object: SchemaObject): object is Setting =>
  object.kind === "setting" && object.attribute.startsWith(`${parameter}toast.`);

export function dropSetting(setting: Setting, { before, after, postgresMajor }: PlanContext): readonly Step[] {
  const on = before.objects.get(setting.on);
  if (isOfPartitionedIndex(setting, before)) return [];
  const above = parameterAbove(setting, on, after);
  return [
    dropStep(
      idOf(setting),
      alterObject(on, above === undefined ? resetAction(setting, on, postgresMajor) : setAction(above)),
      {
        lock: lockOf(setting),
        releases: referencesOf(setting),
      },
    ),
  ];
}

/** The parameter that the index of a partition has from that above. */
const parameterAbove = (
  { attribute }: Setting,
  on: SchemaObject | undefined,
  schema: IndexedSchema,
): Setting | undefined =>
  on?.kind !== "partition_part"
    ? undefined
    : schema
        .attachedTo(on.of)
        .flatMap((other) => (other.kind === "setting" && other.attribute === attribute ? [other] : []))
        .find((other) => isOfPartitionedIndex(other, schema));

export const changeSetting: AlterRule<"setting"> = {
  steps: ({ id, before, after }, context) => [
    alterStep(id, alterObject(context.after.objects.get(after.on), setAction(after)), {
      lock: lockOf(after),
      needs: [...referencesOf(after), ...parametersBefore(after, context.after)],
      releases: referencesLetGo(before, after),
    }),
  ],
};

const parameter = "parameter ";
const keyStatistics = "statistics ";

/** The column of an index has no name that counts, only its number. */
const keyNumber = (attribute: string): Sql => integerText(attribute.slice(keyStatistics.length));

/** What is set of a column of a materialized view: `"a b"`, `statistics`. */
function splitColumn({ attribute }: Setting): readonly [column: Sql, attribute: Setting["attribute"]] | null {
  const [, column, rest] = /^column ("(?:[^"]|"")+"|[^ "]+) (.+)$/s.exec(attribute) ?? [];
  return column === undefined || rest === undefined ? null : [trusted(column), rest as Setting["attribute"]];
}

const lockOf = (setting: Setting): Lock => lockFor(splitColumn(setting)?.[1] ?? setting.attribute);

const lockFor = (attribute: Setting["attribute"]): Lock =>
  attribute === "statistics" ||
  attribute === "clustered_on" ||
  attribute.startsWith(parameter) ||
  attribute.startsWith(keyStatistics)
    ? "share_update_exclusive"
    : "access_exclusive";

function setAction(setting: Setting): Sql {
  const { attribute, value } = setting;
  const ofColumn = splitColumn(setting);
  if (ofColumn !== null) return sql`ALTER COLUMN ${ofColumn[0]} ${setAction({ ...setting, attribute: ofColumn[1] })}`;
  switch (attribute) {
    case "storage":
      return sql`SET STORAGE ${trusted(value)}`;
    case "compression":
      return sql`SET COMPRESSION ${trusted(value)}`;
    case "statistics":
      return sql`SET STATISTICS ${trusted(value)}`;
    case "replica_identity":
      return sql`REPLICA IDENTITY ${trusted(value)}`;
    case "clustered_on":
      return sql`CLUSTER ON ${trusted(value)}`;
    case "access_method":
      return sql`SET ACCESS METHOD ${trusted(value)}`;
    case "of_type":
      return sql`OF ${trusted(value)}`;
    default:
      if (attribute.startsWith(keyStatistics))
        return sql`ALTER COLUMN ${keyNumber(attribute)} SET STATISTICS ${trusted(value)}`;
      return sql`SET (${parameterOf(setting)})`;
  }
}

// PostgreSQL 16 brought SET STORAGE DEFAULT; before, the type's own has to be named.
const ownStorage = (on: SchemaObject | undefined): Sql =>
  on?.kind === "column" && /^(?:numeric|inet|cidr)(?:\(|$)/.test(on.type) ? sql`MAIN` : sql`EXTENDED`;

function resetAction(setting: Setting, on: SchemaObject | undefined, postgresMajor: number): Sql {
  const { attribute } = setting;
  const ofColumn = splitColumn(setting);
  if (ofColumn !== null)
    return sql`ALTER COLUMN ${ofColumn[0]} ${resetAction({ ...setting, attribute: ofColumn[1] }, on, postgresMajor)}`;
  switch (attribute) {
    case "storage":
      return sql`SET STORAGE ${postgresMajor < 16 ? ownStorage(on) : sql`DEFAULT`}`;
    case "compression":
      return sql`SET COMPRESSION DEFAULT`;
    case "statistics":
      return sql`SET STATISTICS -1`;
    case "replica_identity":
      return sql`REPLICA IDENTITY DEFAULT`;
    case "clustered_on":
      return sql`SET WITHOUT CLUSTER`;
    case "access_method":
      return sql`SET ACCESS METHOD heap`;
    case "of_type":
      return sql`NOT OF`;
    default:
      if (attribute.startsWith(keyStatistics)) return sql`ALTER COLUMN ${keyNumber(attribute)} SET STATISTICS -1`;
      return sql`RESET (${trusted(attribute.slice(parameter.length))})`;
  }
}

/** `fillfactor = '70'` */
export const parameterOf = ({ attribute, value }: Setting): Sql =>
  sql`${trusted(attribute.slice(parameter.length))} = ${trusted(value)}`;

/** The statement on the object that has the setting; a constraint's is its index's. */
function alterObject(on: SchemaObject | undefined, action: Sql): Sql {
  switch (on?.kind) {
    case "table":
      return sql`ALTER TABLE ${qualified(on.schema, on.name)} ${action}`;
    case "materialized_view":
      return sql`ALTER MATERIALIZED VIEW ${qualified(on.schema, on.name)} ${action}`;
    case "column":
    case "inherited_column":
      return sql`ALTER TABLE ${qualified(on.schema, on.table)} ALTER COLUMN ${ident(on.name)} ${action}`;
    case "index":
    case "primary_key":
    case "unique":
    case "exclusion":
    case "partition_part":
      return sql`ALTER INDEX ${qualified(on.schema, on.name)} ${action}`;
    default:
      throw new Error(`${on === undefined ? "an object that is not in the schema" : idOf(on)} has no settings`);
  }
}

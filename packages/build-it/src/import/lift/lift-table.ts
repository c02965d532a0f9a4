import { deriveTable, type EntityFile, type FieldFile, nameField } from "@build-it/busm";
import { type Comment, idOf, type ObjectId } from "@build-it/postgres-schema";
import { liftAccess } from "./lift-access.ts";
import { type FieldSurroundings, type LiftedField, liftField } from "./lift-field.ts";
import { liftIndexes } from "./lift-indexes.ts";
import { liftUniques } from "./lift-keys.ts";
import { nameOnce } from "./name-once.ts";
import { nameUnlessUsual } from "./name-unless-usual.ts";

/** A table as an entity, and the objects that the entity says: what else belongs to the table stays in SQL. */
export interface LiftedTable {
  readonly entity: EntityFile;
  readonly says: readonly ObjectId[];
}

/** A table as an entity; where it cannot be one, the column whose type the model has no words for. */
export function liftTable(name: string, surroundings: FieldSurroundings): LiftedTable | { readonly unsaid: string } {
  const { parts, comments, doubts } = surroundings;
  const fields = nameOnce(parts.columns.map((column) => [column.name, nameField(column.name)]));
  const lifted: (LiftedField & { readonly column: string })[] = [];
  for (const column of parts.columns) {
    const field = liftField(fields.get(column.name) ?? column.name, column, surroundings);
    if (field === undefined) return { unsaid: column.name };
    lifted.push({ ...field, column: column.name });
  }
  const keyColumns = parts.primaryKeys[0]?.columns ?? [];
  const uniques = liftUniques(surroundings, fields);
  const begun = [keyColumns, ...uniques.said.map(({ columns }) => columns)].flatMap((columns) => columns.slice(0, 1));
  const indexes = liftIndexes(surroundings, fields, new Set(begun));
  const saidByFields = lifted.flatMap(({ says }) => says);
  const checks = parts.checks.filter(
    (check) =>
      check.validated &&
      !check.noInherit &&
      !saidByFields.includes(idOf(check)) &&
      (doubts.objects.get(idOf(check)) ?? 0) < 2,
  );
  const users = lifted.flatMap(({ column, field, name: user }) =>
    field.type === "user" ? [[column, user] as const] : [],
  );
  const rights = liftAccess(parts, new Map(users), doubts.access.has(parts.id));
  const key = keyColumns.map((column) => fields.get(column) ?? column);
  const own = (id: ObjectId): Comment | undefined => comments.get(id);
  return {
    entity: {
      entity: name,
      ...describe(own(parts.id)),
      ...(parts.table.schema === "public" ? {} : { schema: parts.table.schema }),
      ...(deriveTable(name) === parts.table.name ? {} : { table: parts.table.name }),
      ...(key.join() === "id" ? {} : { key }),
      ...keyNameOf(surroundings),
      ...(rights.owner === undefined ? {} : { owner: rights.owner }),
      fields: Object.fromEntries(
        lifted.map(({ name: field, column, field: file }) => [
          field,
          {
            ...file,
            ...(uniques.ofFields.has(column) ? { unique: true } : {}),
            ...(indexes.without.has(column) && isSearchedBy(file) ? { index: false } : {}),
          } as FieldFile,
        ]),
      ),
      ...(uniques.listed.length === 0 ? {} : { unique: uniques.listed }),
      ...(indexes.listed.length === 0 ? {} : { indexes: [...indexes.listed] }),
      ...(checks.length === 0
        ? {}
        : { checks: Object.fromEntries(checks.map((check) => [check.name, { sql: check.expression }])) }),
      ...(rights.access === undefined ? {} : { access: rights.access }),
    },
    says: [
      parts.id,
      ...saidByFields,
      ...[...parts.primaryKeys, ...uniques.said, ...indexes.said, ...checks].map(idOf),
      ...rights.says,
      ...[parts.id, ...parts.columns.map(idOf)].flatMap((id) => own(id) ?? []).map(idOf),
    ],
  };
}

const describe = (comment: Comment | undefined): { readonly description?: string } =>
  comment === undefined ? {} : { description: comment.text };

const isSearchedBy = ({ type }: FieldFile): boolean => type === "reference" || type === "user" || type === "search";

function keyNameOf({ parts: { table, primaryKeys } }: FieldSurroundings): { readonly key_name?: string } {
  const { name } = nameUnlessUsual(primaryKeys[0]?.name ?? "", table.name, "pkey");
  return name === undefined ? {} : { key_name: name };
}

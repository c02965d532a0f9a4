import { type DatabaseSchema, databaseSchema } from "../schema/database-schema.ts";
import { idOf } from "../schema/identify.ts";
import type { ObjectId } from "../schema/object-id.ts";
import type { SchemaObject } from "../schema/objects.ts";
import type { CatalogAddress, CatalogContext, CatalogFamily } from "./catalog-family.ts";
import { withDeclaredColumns } from "./declared-columns.ts";
import { type CommentRow, toComments } from "./introspect-comments.ts";
import { type ColumnNameRow, catalogContext, type DependencyRow, type TypeRow } from "./introspect-dependencies.ts";
import type { FurtherDependencyRow } from "./introspect-further-dependencies.ts";
import { type OwnerRow, toOwners } from "./introspect-owners.ts";
import { type PrivilegeRow, toPrivileges } from "./introspect-privileges.ts";
import { type SettingRow, toSettings } from "./introspect-settings.ts";
import type { UnmodelledObject } from "./introspect-unmodelled.ts";
import { type Rows, takeRows } from "./read-queries.ts";

/** A schema as it stands in a database, and what stands there beside it. */
export interface IntrospectedSchema {
  readonly schema: DatabaseSchema;
  /** What the named schemas hold that a DatabaseSchema cannot say, sorted: it is neither compared nor kept. */
  readonly unmodelled: readonly UnmodelledObject[];
}

/** Makes objects of what is read, part by part. */
export interface ObjectCollector {
  /** Empties the rows. One part tells what the others need to know, the columns and what objects use: those before it wait. */
  readonly take: (rows: Rows) => void;
  /** All that was taken. To be called once. */
  readonly finish: () => IntrospectedSchema;
}

/** Collects the objects of families, by the names of their queries; of a part in this order. */
export function collectObjects(families: Readonly<Record<string, CatalogFamily>>): ObjectCollector {
  const byAddress = new Map<CatalogAddress, SchemaObject>();
  const waiting: Rows[] = [];
  /** What is said of objects that may come in any part. */
  const attached: Rows = new Map();
  let context: CatalogContext | undefined;
  return {
    take: (rows) => {
      if (rows.has("types")) {
        context = contextOf(rows, byAddress);
        waiting.unshift(rows);
      } else waiting.push(rows);
      if (context === undefined) return;
      for (const part of waiting.splice(0)) {
        takeObjects(part, { families, context, byAddress });
        for (const [name, texts] of part) attached.set(name, texts);
        part.clear();
      }
    },
    finish: () => {
      const said = saidOf(attached, byAddress);
      const objects = [...byAddress.values()];
      // Of a large schema, the addresses alone are tens of megabytes.
      byAddress.clear();
      const unmodelled = [...takeRows<UnmodelledObject>(attached, "unmodelled")];
      return {
        schema: databaseSchema([...withDeclaredColumns(objects), ...said]),
        unmodelled: unmodelled.sort((a, b) => compare(a.what, b.what) || compare(a.name, b.name)),
      };
    },
  };
}

const contextOf = (rows: Rows, byAddress: ReadonlyMap<CatalogAddress, SchemaObject>): CatalogContext =>
  catalogContext({
    dependencies: takeRows<DependencyRow>(rows, "dependencies"),
    furtherDependencies: takeRows<FurtherDependencyRow>(rows, "furtherDependencies"),
    types: takeRows<TypeRow>(rows, "types"),
    columnNames: takeRows<ColumnNameRow>(rows, "columnNames"),
    // The columns come before what has keys.
    nameAt: (address) => nameIn(byAddress.get(address)),
  });

function takeObjects(
  rows: Rows,
  {
    families,
    context,
    byAddress,
  }: {
    readonly families: Readonly<Record<string, CatalogFamily>>;
    readonly context: CatalogContext;
    readonly byAddress: Map<CatalogAddress, SchemaObject>;
  },
): void {
  for (const [name, family] of Object.entries(families))
    for (const row of takeRows(rows, name))
      for (const { address, object } of family.toObjects(row, context)) byAddress.set(address, object);
}

function saidOf(rows: Rows, byAddress: ReadonlyMap<CatalogAddress, SchemaObject>): readonly SchemaObject[] {
  const identify = (address: CatalogAddress): ObjectId | undefined => {
    const object = byAddress.get(address);
    return object === undefined ? undefined : idOf(object);
  };
  return [
    ...toPrivileges([...takeRows<PrivilegeRow>(rows, "privileges")], identify),
    ...toComments([...takeRows<CommentRow>(rows, "comments")], identify),
    ...toSettings([...takeRows<SettingRow>(rows, "settings")], identify),
    ...toOwners([...takeRows<OwnerRow>(rows, "owners")], identify),
  ];
}

const nameIn = (object: SchemaObject | undefined): string | undefined =>
  object !== undefined && "name" in object ? object.name : undefined;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

import fc from "fast-check";
import { columnId, functionId, objectId, tableId } from "../src/index.ts";
import { type DatabaseSchema, databaseSchema } from "../src/schema/database-schema.ts";
import type { Column, Enum, ForeignKey, SchemaObject } from "../src/schema/objects.ts";
import { ident, qualified } from "../src/sql/identifier.ts";
import { sql } from "../src/sql/sql.ts";

/** Names that break whoever writes SQL by hand. Few, so that two random schemas have objects in common. */
const tableNames = ["accounts", 'Order "x"', "select", 'a"; DROP SCHEMA public CASCADE; --'];
const schemaName = "s p";
const moodName = "Mood's";

interface ColumnFamily {
  readonly name: string;
  readonly types: readonly string[];
  readonly defaults: readonly string[];
}

const moodType = qualified(schemaName, moodName).text;

/** Within a family every type casts to every other one, so that any change of type can be tried. */
const families: readonly ColumnFamily[] = [
  { name: "number", types: ["integer", "bigint", "numeric(10,2)", "text"], defaults: ["'0'", "'42'"] },
  {
    name: "Straße",
    types: ["text", "character varying(20)", "character varying(50)"],
    defaults: ["'it''s'", "''", "lower('A')"],
  },
  { name: "at", types: ["timestamp with time zone", "date"], defaults: ["now()", "'2020-01-01'"] },
  { name: "mood", types: [moodType, "text"], defaults: ["'v0'"] },
  { name: "list", types: ["text[]"], defaults: ["'{}'"] },
];

const nullable = fc.boolean();

const arbitraryColumn = (table: string, family: ColumnFamily) =>
  fc
    .record({
      type: fc.constantFrom(...family.types),
      nullable,
      initial: fc.option(fc.constantFrom(...family.defaults)),
      comment: fc.option(fc.constantFrom("it's", "other")),
    })
    .map(({ type, nullable, initial, comment }): SchemaObject[] => {
      const id = columnId(schemaName, table, family.name);
      return [
        column(table, family.name, {
          type,
          nullable,
          typeObject: type === moodType ? objectId("enum", schemaName, moodName) : null,
        }),
        ...(initial === null
          ? []
          : [
              {
                kind: "default",
                schema: schemaName,
                table,
                column: family.name,
                expression: initial,
                dependsOn: [],
              } as const,
            ]),
        ...(comment === null ? [] : [{ kind: "comment", on: id, text: comment } as const]),
      ];
    });

const column = (table: string, name: string, rest: Partial<Column>): Column => ({
  kind: "column",
  schema: schemaName,
  table,
  name,
  ordinal: 1,
  type: "uuid",
  typeObject: null,
  nullable: false,
  identity: null,
  generated: null,
  collation: null,
  dependsOn: [],
  ...rest,
});

/** What may hang on a table that has certain columns. */
const arbitraryTable = (table: string) =>
  fc
    .record({
      columns: fc
        .subarray([...families], { minLength: 0 })
        .chain((chosen) => fc.tuple(...chosen.map((family) => arbitraryColumn(table, family)))),
      keyName: fc.constantFrom("key", "Key 2"),
      rowSecurity: fc.boolean(),
      forced: fc.boolean(),
      references: fc.subarray(tableNames),
      onDelete: fc.constantFrom("cascade", "set_null", "no_action" as const),
      indexed: fc.boolean(),
      descending: fc.boolean(),
      unique: fc.boolean(),
      checked: fc.option(fc.constantFrom("length", "nothing")),
      policy: fc.option(
        fc.record({
          command: fc.constantFrom("select", "all" as const),
          using: fc.constantFrom("true", "id IS NOT NULL"),
        }),
      ),
      granted: fc.subarray(["select", "insert", "update", "delete"]),
      viewed: fc.boolean(),
      touched: fc.boolean(),
      comment: fc.option(fc.constantFrom("a 'b' \\ c", "$$")),
    })
    .map((choice): SchemaObject[] => {
      const columns = choice.columns.flat();
      const names = columns.flatMap((object) => (object.kind === "column" ? [object.name] : []));
      const id = tableId(schemaName, table);
      const on = { schema: schemaName, table };
      const has = (name: string): boolean => names.includes(name);
      const objects: SchemaObject[] = [
        {
          kind: "table",
          schema: schemaName,
          name: table,
          rowSecurity: choice.rowSecurity,
          rowSecurityForced: choice.forced,
          unlogged: false,
        },
        column(table, "id", {}),
        { kind: "primary_key", ...on, name: `${choice.keyName} ${table.slice(0, 10)}`, columns: ["id"] },
        ...columns,
        ...choice.references.flatMap((target, index) => reference(table, target, { index, onDelete: choice.onDelete })),
      ];
      if (choice.indexed && has("Straße"))
        objects.push({
          kind: "index",
          ...on,
          name: `ix ${table.slice(0, 10)}`,
          unique: false,
          nullsNotDistinct: false,
          method: "btree",
          keys: [
            {
              column: "Straße",
              expression: null,
              descending: choice.descending,
              nullsFirst: choice.descending,
              operatorClass: null,
              collation: null,
            },
            {
              column: null,
              expression: "lower(id::text)",
              descending: false,
              nullsFirst: false,
              operatorClass: null,
              collation: null,
            },
          ],
          include: [],
          where: choice.unique ? "id IS NOT NULL" : null,
          valid: true,
          dependsOn: [columnId(schemaName, table, "id")],
        });
      if (choice.unique && has("number"))
        objects.push({
          kind: "unique",
          ...on,
          name: `u ${table.slice(0, 10)}`,
          columns: ["number", "id"],
          nullsNotDistinct: choice.indexed,
          deferrable: choice.forced,
          initiallyDeferred: false,
        });
      if (choice.checked !== null && has("Straße")) {
        const expression =
          choice.checked === "length" ? sql`length(${ident("Straße")}) > 1` : sql`${ident("Straße")} <> ''`;
        objects.push({
          kind: "check",
          ...on,
          name: "check it",
          expression: expression.text,
          validated: true,
          dependsOn: [columnId(schemaName, table, "Straße")],
        });
      }
      if (choice.policy !== null)
        objects.push({
          kind: "policy",
          ...on,
          name: "p ol",
          permissive: true,
          command: choice.policy.command,
          roles: ["public"],
          using: choice.policy.using,
          check: null,
          dependsOn: [columnId(schemaName, table, "id")],
        });
      if (choice.granted.length > 0)
        objects.push({ kind: "privilege", on: id, grantee: "public", privileges: [...choice.granted].sort() });
      if (choice.comment !== null) objects.push({ kind: "comment", on: id, text: choice.comment });
      if (choice.viewed) objects.push(...view(table, has("number") ? ["id", "number"] : ["id"]));
      if (choice.touched)
        objects.push({
          kind: "trigger",
          ...on,
          name: "touch it",
          definition:
            sql`CREATE TRIGGER ${ident("touch it")} BEFORE UPDATE ON ${qualified(schemaName, table)} FOR EACH ROW EXECUTE FUNCTION ${qualified(schemaName, "touch")}()`
              .text,
          enabled: choice.forced ? "disabled" : "origin",
          dependsOn: [functionId(schemaName, "touch", [])],
        });
      return objects;
    });

function view(table: string, columns: readonly string[]): SchemaObject[] {
  const name = `v ${table.slice(0, 10)}`;
  const list = columns.map((one) => ident(one).text).join(", ");
  return [
    {
      kind: "view",
      schema: schemaName,
      name,
      definition: `SELECT ${list} FROM ${qualified(schemaName, table).text}`,
      options: ["security_invoker=true"],
      resultColumns: [],
      dependsOn: [tableId(schemaName, table), ...columns.map((one) => columnId(schemaName, table, one))],
    },
    { kind: "privilege", on: objectId("view", schemaName, name), grantee: "public", privileges: ["select"] },
  ];
}

function reference(
  table: string,
  target: string,
  { index, onDelete }: { readonly index: number; readonly onDelete: ForeignKey["onDelete"] },
): SchemaObject[] {
  const name = `ref ${tableNames.indexOf(target)}`;
  return [
    column(table, name, { nullable: true }),
    {
      kind: "foreign_key",
      schema: schemaName,
      table,
      name: `fk ${index}`,
      columns: [name],
      references: { schema: schemaName, table: target, columns: ["id"] },
      onDelete,
      onUpdate: "no_action",
      deferrable: index > 1,
      initiallyDeferred: false,
      validated: true,
    },
  ];
}

const moodValues = fc.constantFrom(["v0", "v1"], ["v0", "x'", "v1"], ["v0", "v1", "v2"], ["v1", "v0"]);

const touch = fc.constantFrom("RETURN NEW;", "RETURN OLD;").map(
  (body): SchemaObject => ({
    kind: "function",
    schema: schemaName,
    name: "touch",
    arguments: [],
    procedure: false,
    signature: "() returns trigger",
    definition: `CREATE OR REPLACE FUNCTION ${qualified(schemaName, "touch").text}() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$ BEGIN ${body} END $$`,
    dependsOn: [],
  }),
);

/** A function whose result, a change of which needs DROP and CREATE, varies. */
const answer = fc.constantFrom("integer", "text").map(
  (result): SchemaObject => ({
    kind: "function",
    schema: schemaName,
    name: "answer",
    arguments: ["integer"],
    procedure: false,
    signature: `(a integer) returns ${result}`,
    definition: `CREATE OR REPLACE FUNCTION ${qualified(schemaName, "answer").text}(a integer) RETURNS ${result} LANGUAGE sql SET search_path = '' AS $$ SELECT a::${result} $$`,
    dependsOn: [],
  }),
);

/** A random schema of all kinds, as a model's design would say it: hostile names, mutual references, self references. */
export const arbitrarySchema: fc.Arbitrary<DatabaseSchema> = fc
  .record({
    tables: fc.subarray(tableNames).chain((names) => fc.tuple(...names.map(arbitraryTable))),
    values: moodValues,
    touch,
    answer: fc.option(answer),
  })
  .map(({ tables, values, touch, answer }) => {
    const mood: Enum = { kind: "enum", schema: schemaName, name: moodName, values };
    const objects: SchemaObject[] = [
      { kind: "schema", name: schemaName },
      mood,
      touch,
      ...(answer === null ? [] : [answer]),
      ...tables.flat(),
    ];
    const present = new Set(objects.flatMap((object) => (object.kind === "table" ? [object.name] : [])));
    return databaseSchema(
      objects.filter((object) => object.kind !== "foreign_key" || present.has(object.references.table)),
    );
  });

export { schemaName };

import type { ColumnDeclaration, TableDeclaration } from "@build-it/artifacts";

/** The TypeScript names of a table's types. */
export interface TypeNames {
  /** The Kysely table: `AccountsTable`. */
  readonly table: string;
  /** A selected row, named after the entity where there is one: `Account`. */
  readonly row: string;
  readonly insert: string;
  readonly update: string;
  /** What the names of the Zod schemas begin with: `account`. */
  readonly schemas: string;
  /** By column, of those that are enums. */
  readonly enums: ReadonlyMap<string, EnumNames>;
}

export interface EnumNames {
  /** `AccountStatus`. */
  readonly type: string;
  /** `accountStatusValues`. */
  readonly values: string;
}

/** Names that generated files use for something else, or that would hide what they need. */
const taken = [
  "Database Json JsonInput JsonValue Unwritable unwritable Date Uint8Array ColumnType Generated GeneratedAlways Insertable Selectable Updateable",
  "SupabaseDatabase TypeParsers typeParsersFor z never unknown string number bigint boolean any void object symbol undefined",
  "null true false await enum export import interface type class function new delete default public private protected",
].flatMap((words) => words.split(" "));

/** Finds names for all tables: deterministic, valid in TypeScript, and none of them twice. */
export function nameTypes(tables: readonly TableDeclaration[]): ReadonlyMap<TableDeclaration, TypeNames> {
  const used = new Set(taken);
  const claim = (...wishes: readonly string[]): string => {
    const last = wishes.at(-1) ?? "";
    for (let number = 1; ; number++) {
      const free = (number === 1 ? wishes : [`${last}${number}`]).find((name) => !used.has(name));
      if (free === undefined) continue;
      used.add(free);
      return free;
    }
  };
  // Entities first: a retained table does not take the name of a living one.
  const ordered = [...tables.filter(isOfEntity), ...tables.filter((table) => !isOfEntity(table))];
  return new Map(
    ordered.map((table) => {
      const place = pascalCase(table.schema === "public" ? table.name : `${table.schema}_${table.name}`);
      const entity = table.entity === undefined ? undefined : pascalCase(table.entity);
      const row = entity === undefined ? claim(`${place}Row`) : claim(entity, `${entity}Row`);
      return [
        table,
        {
          table: claim(`${place}Table`),
          row,
          insert: claim(`New${row}`),
          update: claim(`${row}Update`),
          schemas: claim(camelCase(entity ?? place), camelCase(row)),
          enums: new Map(
            table.columns.filter(isEnum).map(({ name }) => {
              const type = claim(`${row}${pascalCase(name)}`);
              return [name, { type, values: claim(`${camelCase(type)}Values`) }] as const;
            }),
          ),
        },
      ] as const;
    }),
  );
}

const isOfEntity = ({ entity }: TableDeclaration): boolean => entity !== undefined;

export const isEnum = ({ enumValues }: ColumnDeclaration): boolean => enumValues !== undefined;

const camelCase = (name: string): string => `${name[0]?.toLowerCase()}${name.slice(1)}`;

/** `account_contacts`, "my table" -> `AccountContacts`, `MyTable`. What no TypeScript name can hold is left out. */
function pascalCase(name: string): string {
  const words = name.split(/[^\p{ID_Continue}]+|_+/u).filter((word) => word !== "");
  const joined = words.map((word) => [...word][0]?.toUpperCase() + [...word].slice(1).join("")).join("");
  return /^\p{ID_Start}/u.test(joined) ? joined : `T${joined}`;
}

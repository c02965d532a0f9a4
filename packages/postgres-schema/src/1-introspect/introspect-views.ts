import { addressOf, catalogFamily } from "./catalog-family.ts";
import { type RowFunction, rowFunctionsOf, rulesOfRelations, withoutColumnsOfRows } from "./row-functions.ts";

interface ViewRow {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  readonly kind: "v" | "m";
  readonly definition: string;
  readonly populated: boolean;
  readonly options: readonly string[] | null;
  readonly row_functions: readonly RowFunction[] | null;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly type_oid: string }[] | null;
}

/** Views, and those that keep their rows. */
export const views = catalogFamily<ViewRow>(
  () => `
    SELECT r.oid, r.schema, r.name, r.kind, r.populated, pg_get_viewdef(r.oid) AS definition, r.options, c.columns,
           f.functions AS row_functions
    FROM relations r
    LEFT JOIN (
      SELECT attrelid, json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod),
                                                  'type_oid', atttypid) ORDER BY attnum) AS columns
      FROM pg_attribute
      WHERE attrelid IN (SELECT oid FROM relations WHERE kind IN ('v', 'm')) AND attnum > 0 AND NOT attisdropped
      GROUP BY attrelid
    ) c ON c.attrelid = r.oid
    LEFT JOIN pg_rewrite w ON w.ev_class = r.oid AND w.rulename = '_RETURN'
    LEFT JOIN (${rowFunctionsOf(rulesOfRelations)}) f ON f.holder = w.oid
    WHERE r.kind IN ('v', 'm')`,
  ({ oid, schema, name, kind, populated, definition, options, columns, row_functions }, context) => {
    const address = addressOf("pg_class", oid);
    const written = options ?? [];
    const canonical = written.map(canonicalOption).sort();
    const isAsWritten = written.every((option, place) => option === canonical[place]);
    const shared = {
      schema,
      name,
      definition: withoutColumnsOfRows(definition.trim().replace(/;$/, ""), row_functions ?? []),
      options: canonical,
      resultColumns: (columns ?? []).map(({ name, type, type_oid }) => ({
        name,
        type,
        typeObject: context.typeSource(type_oid),
      })),
      dependsOn: context.dependsOn(address),
    };
    return [
      {
        address,
        object:
          kind === "v"
            ? { kind: "view", ...shared, ...(isAsWritten ? {} : { writtenOptions: written }) }
            : { kind: "materialized_view", ...shared, populated },
      },
    ];
  },
);

/** PostgreSQL keeps a flag as it was written: `on`, `yes`, `1`, or a beginning of a word. */
function canonicalOption(option: string): string {
  const [name, value = ""] = option.split("=", 2);
  if (name !== "security_invoker" && name !== "security_barrier") return option;
  const text = value.toLowerCase();
  const set = text === "1" || text === "on" || (text !== "" && ("true".startsWith(text) || "yes".startsWith(text)));
  return `${name}=${set}`;
}

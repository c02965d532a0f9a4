import { addressOf, catalogFamily } from "./catalog-family.ts";

interface ViewRow {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  readonly definition: string;
  readonly options: readonly string[] | null;
}

export const views = catalogFamily<ViewRow>(
  () => `SELECT oid, schema, name, pg_get_viewdef(oid) AS definition, options FROM relations WHERE kind = 'v'`,
  ({ oid, schema, name, definition, options }, context) => {
    const address = addressOf("pg_class", oid);
    return [
      {
        address,
        object: {
          kind: "view",
          schema,
          name,
          definition: definition.trim().replace(/;$/, ""),
          options: (options ?? []).map(canonicalOption).sort(),
          dependsOn: context.dependsOn(address),
        },
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

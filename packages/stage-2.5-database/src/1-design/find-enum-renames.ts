import type { Configuration, ScalarType } from "@build-it/artifacts";
import { enumId, type ObjectId, type Rename } from "@build-it/postgres-schema";
import { typeRenamed } from "../diagnostics/design.ts";
import { scalarOf } from "./design-type.ts";
import type { Claim, FoundRenames, Settled } from "./find-renames.ts";

type NativeEnum = Extract<ScalarType, { readonly kind: "enum" }>;

/**
 * The native enums whose type is still to be renamed, in each schema that has one. One that is stored as text with a check has
 * no name in the database.
 */
export function findEnumRenames(
  { entities }: Configuration,
  settle: (claim: Claim, present: ReadonlySet<ObjectId>) => Settled,
): FoundRenames {
  const types = new Map<ObjectId, { readonly schema: string; readonly type: NativeEnum }>();
  for (const { schema, fields } of entities)
    for (const field of fields) {
      const type = scalarOf(field.type);
      if (field.storedAs === undefined && type.kind === "enum" && type.storage === "native")
        types.set(enumId(schema, type.typeName), { schema, type });
    }
  const present = new Set(types.keys());
  const found = [...types].map(([id, { schema, type }]): FoundRenames => {
    if (type.renamedFrom === undefined) return nothing;
    const { typeName: from } = type.renamedFrom;
    const subject = { name: type.name, source: undefined };
    const settled = settle({ id, oldId: id, from: enumId(schema, from), subject }, present);
    if (settled.status === "refused") return { renames: [], diagnostics: [settled.diagnostic] };
    if (settled.status === "nothing") return nothing;
    const rename: Rename = { kind: "enum", schema, from, to: type.typeName };
    return { renames: [rename], diagnostics: [typeRenamed(from, type.typeName)] };
  });
  return { renames: found.flatMap(({ renames }) => renames), diagnostics: found.flatMap((one) => one.diagnostics) };
}

const nothing: FoundRenames = { renames: [], diagnostics: [] };

import type { TableDeclaration } from "@build-it/artifacts";
import type { TypeNames } from "./name-types.ts";

/** `enums.ts`: the values of each enum as a list, for forms and checks, and as a type. */
export function printEnums(names: ReadonlyMap<TableDeclaration, TypeNames>): string {
  const enums = [...names].flatMap(([table, own]) =>
    table.columns.flatMap(({ name, enumValues = [] }) => {
      const named = own.enums.get(name);
      if (named === undefined) return [];
      const values = enumValues.map((value) => JSON.stringify(value)).join(", ");
      return [
        `export const ${named.values} = [${values}] as const;\nexport type ${named.type} = (typeof ${named.values})[number];\n`,
      ];
    }),
  );
  return enums.length === 0 ? "export {};\n" : enums.join("\n");
}

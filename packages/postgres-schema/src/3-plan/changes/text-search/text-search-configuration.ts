import { idOf } from "../../../schema/identify.ts";
import type { TextSearchConfiguration, TextSearchMapping } from "../../../schema/objects.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { ident } from "../../../sql/identifier.ts";
import { joinSql, type Sql, sql, trusted } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { statementName } from "../../statement-name.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";

export const createTextSearchConfiguration = (configuration: TextSearchConfiguration): readonly Step[] => [
  createStep(
    idOf(configuration),
    sql`CREATE ${statementName(configuration)} (PARSER = ${trusted(configuration.parser)})`,
    {
      needs: referencesOf(configuration),
    },
  ),
  ...configuration.mappings.map((mapping) => alterStep(idOf(configuration), map("ADD", configuration, mapping), {})),
];

export const dropTextSearchConfiguration = (configuration: TextSearchConfiguration): readonly Step[] => [
  dropStep(idOf(configuration), sql`DROP ${statementName(configuration)}`, { releases: referencesOf(configuration) }),
];

export const changeTextSearchMappings: AlterRule<"text_search_configuration"> = {
  steps: ({ id, before, after }) => {
    const earlier = new Map(before.mappings.map((mapping) => [mapping.token, mapping.dictionaries.join()]));
    const later = new Set(after.mappings.map(({ token }) => token));
    const statements = [
      ...before.mappings.flatMap(({ token }) =>
        later.has(token) ? [] : [sql`ALTER ${statementName(after)} DROP MAPPING FOR ${ident(token)}`],
      ),
      ...after.mappings.flatMap((mapping) => {
        const dictionaries = earlier.get(mapping.token);
        if (dictionaries === mapping.dictionaries.join()) return [];
        return [map(dictionaries === undefined ? "ADD" : "ALTER", after, mapping)];
      }),
    ];
    return statements.map((statement) =>
      alterStep(id, statement, { needs: referencesOf(after), releases: referencesLetGo(before, after) }),
    );
  },
};

const map = (
  word: "ADD" | "ALTER",
  configuration: TextSearchConfiguration,
  { token, dictionaries }: TextSearchMapping,
): Sql =>
  sql`ALTER ${statementName(configuration)} ${trusted(word)} MAPPING FOR ${ident(token)} WITH ${joinSql(dictionaries.map(trusted), ", ")}`;

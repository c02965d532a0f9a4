import { idOf } from "../../../schema/identify.ts";
import type { NamedOption, TextSearchDictionary } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident } from "../../../sql/identifier.ts";
import { literal } from "../../../sql/literal.ts";
import { joinSql, type Sql, sql, trusted } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { statementName } from "../../statement-name.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";

const setting = ({ name, value }: NamedOption): Sql => sql`${ident(name)} = ${literal(value)}`;

export const createTextSearchDictionary = (dictionary: TextSearchDictionary): readonly Step[] => [
  createStep(
    idOf(dictionary),
    sql`CREATE ${statementName(dictionary)} (${joinSql([sql`TEMPLATE = ${trusted(dictionary.template)}`, ...dictionary.options.map(setting)], ", ")})`,
    { needs: referencesOf(dictionary) },
  ),
];

export const dropTextSearchDictionary = (dictionary: TextSearchDictionary): readonly Step[] => [
  dropStep(idOf(dictionary), sql`DROP ${statementName(dictionary)}`, { releases: referencesOf(dictionary) }),
];

/** An option that is named without a value is none any more. */
export const changeTextSearchOptions: AlterRule<"text_search_dictionary"> = {
  steps: ({ id, before, after }) => {
    const later = new Set(after.options.map(({ name }) => name));
    const gone = before.options.flatMap(({ name }) => (later.has(name) ? [] : [ident(name)]));
    const set = after.options.map(setting);
    return [alterStep(id, sql`ALTER ${statementName(after)} (${joinSql([...gone, ...set], ", ")})`, {})];
  },
};

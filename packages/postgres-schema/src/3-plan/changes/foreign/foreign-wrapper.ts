import { idOf } from "../../../schema/identify.ts";
import type { ForeignWrapper } from "../../../schema/objects.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { nothing, type Sql, sql, trusted } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { statementName } from "../../statement-name.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";
import { optionChanges, optionList } from "./named-options.ts";

const named = (word: "HANDLER" | "VALIDATOR", name: string | null): Sql =>
  name === null ? nothing : sql` ${trusted(word)} ${trusted(name)}`;

export const createForeignWrapper = (wrapper: ForeignWrapper): readonly Step[] => [
  createStep(
    idOf(wrapper),
    sql`CREATE ${statementName(wrapper)}${named("HANDLER", wrapper.handler)}${named("VALIDATOR", wrapper.validator)}${optionList(wrapper.options)}`,
    { needs: referencesOf(wrapper) },
  ),
];

export const dropForeignWrapper = (wrapper: ForeignWrapper): readonly Step[] => [
  dropStep(idOf(wrapper), sql`DROP ${statementName(wrapper)}`, { releases: referencesOf(wrapper) }),
];

/** One statement sets all that differs; the rules of all attributes give the same, and the plan keeps it once. */
export const changeForeignWrapper: AlterRule<"foreign_data_wrapper"> = {
  steps: ({ id, before, after }) => {
    const change = (word: "HANDLER" | "VALIDATOR", from: string | null, to: string | null): Sql =>
      from === to ? nothing : to === null ? sql` NO ${trusted(word)}` : named(word, to);
    const changes = sql`${change("HANDLER", before.handler, after.handler)}${change("VALIDATOR", before.validator, after.validator)}${optionChanges(before.options, after.options)}`;
    return [
      alterStep(id, sql`ALTER ${statementName(after)}${changes}`, {
        needs: referencesOf(after),
        releases: referencesLetGo(before, after),
      }),
    ];
  },
};

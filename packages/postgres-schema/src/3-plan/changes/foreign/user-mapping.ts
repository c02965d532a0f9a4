import { idOf } from "../../../schema/identify.ts";
import type { UserMapping } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { sql } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { statementName } from "../../statement-name.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";
import { optionChanges, optionList } from "./named-options.ts";

export const createUserMapping = (mapping: UserMapping): readonly Step[] => [
  createStep(idOf(mapping), sql`CREATE ${statementName(mapping)}${optionList(mapping.options)}`, {
    needs: referencesOf(mapping),
  }),
];

export const dropUserMapping = (mapping: UserMapping): readonly Step[] => [
  dropStep(idOf(mapping), sql`DROP ${statementName(mapping)}`, { releases: referencesOf(mapping) }),
];

export const changeUserMapping: AlterRule<"user_mapping"> = {
  steps: ({ id, before, after }) => [
    alterStep(id, sql`ALTER ${statementName(after)}${optionChanges(before.options, after.options)}`, {}),
  ],
};

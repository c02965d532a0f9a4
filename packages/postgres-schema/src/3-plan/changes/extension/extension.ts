import { idOf } from "../../../schema/identify.ts";
import type { Extension } from "../../../schema/objects.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { ident } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";

export const createExtension = (extension: Extension): readonly Step[] => [
  createStep(
    idOf(extension),
    sql`CREATE EXTENSION IF NOT EXISTS ${ident(extension.name)} SCHEMA ${ident(extension.schema)}`,
    { needs: referencesOf(extension) },
  ),
];

export const dropExtension = (extension: Extension): readonly Step[] => [
  dropStep(idOf(extension), sql`DROP EXTENSION ${ident(extension.name)}`, { releases: referencesOf(extension) }),
];

export const changeExtensionSchema: AlterRule<"extension"> = {
  steps: ({ id, before, after }) => [
    alterStep(id, sql`ALTER EXTENSION ${ident(after.name)} SET SCHEMA ${ident(after.schema)}`, {
      needs: referencesOf(after),
      releases: referencesLetGo(before, after),
    }),
  ],
};

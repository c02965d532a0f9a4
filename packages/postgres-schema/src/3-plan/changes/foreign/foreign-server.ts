import { idOf } from "../../../schema/identify.ts";
import type { ForeignServer } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident } from "../../../sql/identifier.ts";
import { literal } from "../../../sql/literal.ts";
import { nothing, sql } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { statementName } from "../../statement-name.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";
import { optionChanges, optionList } from "./named-options.ts";

export function createForeignServer(server: ForeignServer): readonly Step[] {
  const type = server.type === null ? nothing : sql` TYPE ${literal(server.type)}`;
  const version = server.version === null ? nothing : sql` VERSION ${literal(server.version)}`;
  return [
    createStep(
      idOf(server),
      sql`CREATE ${statementName(server)}${type}${version} FOREIGN DATA WRAPPER ${ident(server.wrapper)}${optionList(server.options)}`,
      { needs: referencesOf(server) },
    ),
  ];
}

export const dropForeignServer = (server: ForeignServer): readonly Step[] => [
  dropStep(idOf(server), sql`DROP ${statementName(server)}`, { releases: referencesOf(server) }),
];

/** One statement for the version and the options. */
export const changeForeignServer: AlterRule<"foreign_server"> = {
  steps: ({ id, before, after }) => {
    const version =
      before.version === after.version
        ? nothing
        : sql` VERSION ${after.version === null ? sql`NULL` : literal(after.version)}`;
    return [
      alterStep(id, sql`ALTER ${statementName(after)}${version}${optionChanges(before.options, after.options)}`, {}),
    ];
  },
};

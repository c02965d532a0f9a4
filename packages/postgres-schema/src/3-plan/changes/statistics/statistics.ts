import { idOf } from "../../../schema/identify.ts";
import type { Statistics } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { qualified } from "../../../sql/identifier.ts";
import { integerText } from "../../../sql/literal.ts";
import { sql, trusted } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";

const lock = "share_update_exclusive";

// -1 is PostgreSQL's word for its own default on all versions.
const setTarget = (statistics: Statistics): Step =>
  alterStep(
    idOf(statistics),
    sql`ALTER STATISTICS ${qualified(statistics.schema, statistics.name)} SET STATISTICS ${integerText(String(statistics.target ?? -1))}`,
    {},
  );

export const createStatistics = (statistics: Statistics): readonly Step[] => [
  createStep(idOf(statistics), trusted(statistics.definition), { lock, needs: referencesOf(statistics) }),
  ...(statistics.target === null ? [] : [setTarget(statistics)]),
];

export const dropStatistics = (statistics: Statistics): readonly Step[] => [
  dropStep(idOf(statistics), sql`DROP STATISTICS ${qualified(statistics.schema, statistics.name)}`, {
    lock,
    releases: referencesOf(statistics),
  }),
];

export const changeStatisticsTarget: AlterRule<"statistics"> = { steps: ({ after }) => [setTarget(after)] };

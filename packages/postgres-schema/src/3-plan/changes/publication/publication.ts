import { idOf } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Publication, PublicationMember } from "../../../schema/objects.ts";
import { tablesAbove } from "../../../schema/parents.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { ident } from "../../../sql/identifier.ts";
import { joinSql, nothing, type Sql, sql, trusted } from "../../../sql/sql.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";

const memberDefinition = ({ target, details }: PublicationMember): Sql => sql`${trusted(target)}${trusted(details)}`;

/** A table is kept from other changes while it comes in or goes out; a schema's tables are not. */
function costsOf(members: readonly PublicationMember[]): Pick<Step, "lock" | "hazards"> {
  const tables = members.filter(({ target }) => target.startsWith("TABLE "));
  return {
    lock: tables.length > 0 ? "share_update_exclusive" : "none",
    hazards: tables.length > 1 ? ["locks_other_table"] : [],
  };
}

/** A member's columns and its condition hold on to columns, those of parents among them, and so to their types. */
export const columnsOfMembers = ({ dependsOn }: Publication, schema: PlanContext["before"]): readonly ObjectId[] =>
  dependsOn.flatMap((id) => {
    const table = schema.objects.get(id);
    if (table?.kind !== "table") return [];
    return [id, ...tablesAbove(table, schema)]
      .flatMap((each) => schema.partsOf(each))
      .flatMap((part) =>
        part.kind === "column" ? [idOf(part), ...(part.typeObject === null ? [] : [part.typeObject])] : [],
      );
  });

const missingFrom = (members: readonly PublicationMember[], others: readonly PublicationMember[]) =>
  members.filter(({ target, details }) => !others.some((it) => it.target === target && it.details === details));

export function createPublication(publication: Publication, { after }: PlanContext): readonly Step[] {
  const members = publication.allTables ? sql` FOR ALL TABLES` : nothing;
  const options =
    publication.options.length === 0 ? nothing : sql` WITH (${joinSql(publication.options.map(trusted), ", ")})`;
  return [
    createStep(
      idOf(publication),
      sql`CREATE PUBLICATION ${ident(publication.name)}${publication.members.length === 0 ? members : sql` FOR ${joinSql(publication.members.map(memberDefinition), ", ")}`}${options}`,
      {
        ...costsOf(publication.members),
        needs: [...referencesOf(publication), ...columnsOfMembers(publication, after)],
      },
    ),
  ];
}

export const dropPublication = (publication: Publication, { before }: PlanContext): readonly Step[] => [
  dropStep(idOf(publication), sql`DROP PUBLICATION ${ident(publication.name)}`, {
    releases: [...referencesOf(publication), ...columnsOfMembers(publication, before)],
  }),
];

const alterPublication = (publication: Publication, action: Sql): Sql =>
  sql`ALTER PUBLICATION ${ident(publication.name)} ${action}`;

/** Takes members out before those that are dropped go, and brings others in once they are there. */
export const changePublicationMembers: AlterRule<"publication"> = {
  steps: ({ id, before, after, carried }, context) => {
    const stays = ({ details }: PublicationMember): boolean => carried !== true || details === "";
    const gone = missingFrom(before.members, after.members.filter(stays));
    const come = missingFrom(after.members, before.members.filter(stays));
    return [
      ...gone.map((member) =>
        alterStep(id, alterPublication(after, sql`DROP ${trusted(member.target)}`), {
          ...costsOf([member]),
          releases: [...referencesLetGo(before, after), ...columnsOfMembers(before, context.before)],
        }),
      ),
      ...come.map((member) =>
        alterStep(id, alterPublication(after, sql`ADD ${memberDefinition(member)}`), {
          ...costsOf([member]),
          needs: [...referencesOf(after), ...columnsOfMembers(after, context.after)],
        }),
      ),
    ];
  },
};

export const changePublicationOptions: AlterRule<"publication"> = {
  steps: ({ id, after }) => [
    alterStep(id, alterPublication(after, sql`SET (${joinSql(after.options.map(trusted), ", ")})`), {}),
  ],
};

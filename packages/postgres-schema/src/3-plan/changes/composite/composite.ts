import { idOf } from "../../../schema/identify.ts";
import type { Composite, CompositeAttribute } from "../../../schema/objects.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { joinSql, nothing, type Sql, sql, trusted } from "../../../sql/sql.ts";
import { typeName } from "../../../sql/type-name.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";
import { withholdUsage } from "../privilege/privilege.ts";

const collationOf = ({ collation }: CompositeAttribute): Sql =>
  collation === null ? nothing : sql` COLLATE ${trusted(collation)}`;

const attributeDefinition = (attribute: CompositeAttribute): Sql =>
  sql`${ident(attribute.name)} ${typeName(attribute.type)}${collationOf(attribute)}`;

export const createComposite = (type: Composite, context: PlanContext): readonly Step[] => [
  createStep(
    idOf(type),
    sql`CREATE TYPE ${qualified(type.schema, type.name)} AS (${joinSql(type.attributes.map(attributeDefinition), ", ")})`,
    { needs: referencesOf(type) },
  ),
  ...withholdUsage(idOf(type), qualified(type.schema, type.name), context),
];

export const dropComposite = (type: Composite): readonly Step[] => [
  dropStep(idOf(type), sql`DROP TYPE ${qualified(type.schema, type.name)}`, { releases: referencesOf(type) }),
];

/** Takes, adds and retypes attributes in one statement. Values that are stored keep what they have. */
export const changeCompositeAttributes: AlterRule<"composite"> = {
  // A table that is of the type takes no attribute from it; it is of the type again once both have the same.
  stepsAside: ({ kind }) => kind === "setting",
  steps: ({ id, before, after }) => {
    const earlier = new Map(before.attributes.map((attribute) => [attribute.name, attribute]));
    const later = new Set(after.attributes.map(({ name }) => name));
    const taken = before.attributes.flatMap(({ name }) =>
      later.has(name) ? [] : [sql`DROP ATTRIBUTE ${ident(name)}`],
    );
    const given = after.attributes.flatMap((attribute) => {
      const old = earlier.get(attribute.name);
      if (old === undefined) return [sql`ADD ATTRIBUTE ${attributeDefinition(attribute)}`];
      return old.type === attribute.type && old.collation === attribute.collation
        ? []
        : [sql`ALTER ATTRIBUTE ${ident(attribute.name)} TYPE ${typeName(attribute.type)}${collationOf(attribute)}`];
    });
    return [
      alterStep(id, sql`ALTER TYPE ${qualified(after.schema, after.name)} ${joinSql([...taken, ...given], ", ")}`, {
        hazards: taken.length > 0 ? ["deletes_data"] : [],
        needs: referencesOf(after),
        releases: referencesLetGo(before, after),
      }),
    ];
  },
  // An attribute comes last or not at all.
  replaceIf: ({ before, after }) => {
    const kept = before.attributes.filter(({ name }) => after.attributes.some((other) => other.name === name));
    return kept.some(({ name }, place) => after.attributes[place]?.name !== name);
  },
};

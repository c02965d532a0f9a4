import type { DatabaseSchema } from "../../../schema/database-schema.ts";
import { idOf } from "../../../schema/identify.ts";
import type { Composite, CompositeAttribute } from "../../../schema/objects.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { joinSql, nothing, type Sql, sql, trusted } from "../../../sql/sql.ts";
import { typeName } from "../../../sql/type-name.ts";
import type { AlterRule, AttributeChange, PlanContext } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";
import { withholdUsage } from "../privilege/privilege.ts";
import { holdsType, lettingGo, takeOver } from "../type/take-over.ts";
import { isStored } from "../type/types-carried-along.ts";

const collationOf = ({ collation }: CompositeAttribute): Sql =>
  collation === null ? nothing : sql` COLLATE ${trusted(collation)}`;

const attributeDefinition = (attribute: CompositeAttribute): Sql =>
  sql`${ident(attribute.name)} ${typeName(attribute.type)}${collationOf(attribute)}`;

const compositeDefinition = (type: Composite): Sql =>
  sql`CREATE TYPE ${qualified(type.schema, type.name)} AS (${joinSql(type.attributes.map(attributeDefinition), ", ")})`;

export const createComposite = (type: Composite, context: PlanContext): readonly Step[] => [
  createStep(idOf(type), compositeDefinition(type), { needs: referencesOf(type) }),
  ...withholdUsage(idOf(type), qualified(type.schema, type.name), context),
];

export const dropComposite = (type: Composite, context: PlanContext): readonly Step[] => [
  dropStep(idOf(type), sql`DROP TYPE ${qualified(type.schema, type.name)}`, {
    releases: lettingGo(referencesOf(type), context),
  }),
];

const isSameType = (one: CompositeAttribute, other: CompositeAttribute): boolean =>
  one.type === other.type && one.collation === other.collation;

/** Whether an attribute takes another type, or a new one takes the place of its own. */
const isRetyped = ({ before, after, carried = false }: AttributeChange<"composite">): boolean =>
  carried ||
  before.attributes.some((old) =>
    after.attributes.some((attribute) => attribute.name === old.name && !isSameType(old, attribute)),
  );

const isTakenOver = (change: AttributeChange<"composite">, before: DatabaseSchema): boolean =>
  change.carried === true || (isRetyped(change) && isStored(change.id, before));

/**
 * Takes and adds attributes in place; values that are stored keep what they have. PostgreSQL retypes none of a type that
 * columns hold values of, so then a new type takes over.
 */
export const changeCompositeAttributes: AlterRule<"composite"> = {
  // A table that is of the type takes no attribute from it; it is of the type again once both have the same.
  stepsAside: (dependent, change) => dependent.kind === "setting" || (isRetyped(change) && holdsType(dependent)),
  rebuilds: (change, { before }) => isTakenOver(change, before),
  steps: (change, context) => {
    const { id, before, after } = change;
    const replaced = isTakenOver(change, context.before);
    const earlier = new Map(before.attributes.map((attribute) => [attribute.name, attribute]));
    const later = new Set(after.attributes.map(({ name }) => name));
    const taken = before.attributes.flatMap(({ name }) =>
      later.has(name) ? [] : [sql`DROP ATTRIBUTE ${ident(name)}`],
    );
    const given = after.attributes.flatMap((attribute) => {
      const old = earlier.get(attribute.name);
      if (old === undefined) return [sql`ADD ATTRIBUTE ${attributeDefinition(attribute)}`];
      return replaced || isSameType(old, attribute)
        ? []
        : [sql`ALTER ATTRIBUTE ${ident(attribute.name)} TYPE ${typeName(attribute.type)}${collationOf(attribute)}`];
    });
    const inPlace = [...taken, ...given];
    return [
      ...(inPlace.length === 0
        ? []
        : [
            alterStep(id, sql`ALTER TYPE ${qualified(after.schema, after.name)} ${joinSql(inPlace, ", ")}`, {
              hazards: taken.length > 0 ? ["deletes_data"] : [],
              needs: referencesOf(after),
              releases: lettingGo(referencesLetGo(before, after), context),
            }),
          ]),
      ...(replaced ? takeOver(change, { sql: compositeDefinition(after) }, context) : []),
    ];
  },
  // An attribute comes last or not at all.
  replaceIf: ({ before, after }) => {
    const kept = before.attributes.filter(({ name }) => after.attributes.some((other) => other.name === name));
    return kept.some(({ name }, place) => after.attributes[place]?.name !== name);
  },
};

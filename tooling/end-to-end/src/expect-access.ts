import { isDeepStrictEqual } from "node:util";
import { type Actor, actors, copiedRows, type Doing, doings, type MeasuredAccess, rowsOf } from "./measure-access.ts";
import { columnOf, type EntityState, type FieldState, type ModelState, type RuleState } from "./model-state.ts";

/** Rows by table, as JSON has them. */
export type TableRows = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

/** An entity of the model, the table that it has now, and all the names that the table had. */
export interface NamedEntity {
  readonly entity: EntityState;
  readonly table: string;
  readonly formerTables: readonly string[];
}

interface Migrated {
  readonly before: { readonly model: ModelState; readonly access: MeasuredAccess };
  readonly after: { readonly model: ModelState; readonly access: MeasuredAccess };
  readonly entities: readonly NamedEntity[];
}

/** What is other than it was under a name that was there, where the model changed nothing about who may do what. */
export function changedAccess({ before, after, entities }: Migrated): readonly string[] {
  const touched = new Set(
    entities.flatMap(({ entity, table, formerTables }) =>
      changesAccess(entity, before.model, after.model) ? [table, ...formerTables] : [],
    ),
  );
  const hidden = new Set(
    entities.flatMap(({ entity, formerTables }) =>
      formerTables.flatMap((table) => secretColumns(entity).map((column) => `${table}.${column}`)),
    ),
  );
  const differs = <T>(was: ReadonlyMap<string, T>, is: ReadonlyMap<string, T>): readonly string[] =>
    [...was].flatMap(([on, value]) => {
      const [relation = ""] = on.split(/[. ]/);
      if (touched.has(relation) || (hidden.has(on) && !is.has(on)) || isDeepStrictEqual(value, is.get(on))) return [];
      return [`${on} was ${JSON.stringify(value)}, is ${JSON.stringify(is.get(on))}`];
    });
  return [
    ...differs(before.access.rights, after.access.rights),
    ...differs(...sameRows(before.access.rows, after.access.rows)),
  ];
}

/** Both without rows that came in the meantime. Where some came, other rows were copied. */
function sameRows(
  before: MeasuredAccess["rows"],
  after: MeasuredAccess["rows"],
): readonly [MeasuredAccess["rows"], MeasuredAccess["rows"]] {
  const there = new Set([...before.values()].flatMap((ids) => ids ?? []));
  const came = [...after.values()].some((ids) => ids?.some((id) => !there.has(id)));
  if (!came) return [before, after];
  const left = [...after].map(([on, ids]) => [on, ids?.filter((id) => there.has(id)) ?? null] as const);
  return [new Map([...before].filter(([on]) => !on.endsWith(" insert"))), new Map(left)];
}

/** Whether the rules changed, what is secret, or the values that rules look at. */
function changesAccess(now: EntityState, before: ModelState, after: ModelState): boolean {
  const was = before.entities.find(({ id }) => id === now.id);
  if (was === undefined) return true;
  const isSecret = (field: FieldState | undefined): boolean => field?.yaml.secret === true;
  // One that had left the model, and comes back as a secret, too.
  const fieldsThen = [...was.fields, ...was.removed];
  const known = now.fields.filter(({ id }) => fieldsThen.some((field) => field.id === id));
  const moved = new Set(after.decided.slice(before.decided.length).map(({ field }) => field));
  return (
    !isDeepStrictEqual(was.access, now.access) ||
    known.some((field) => isSecret(field) !== isSecret(fieldsThen.find(({ id }) => id === field.id))) ||
    now.access.some(({ when }) => when !== undefined && moved.has(when.field))
  );
}

const secretColumns = ({ fields, removed }: EntityState): readonly string[] =>
  [...fields, ...removed].flatMap((field) => (field.yaml.secret === true ? namesOf(field) : []));

const namesOf = ({ name, formerNames }: FieldState): readonly string[] => [name, ...formerNames].map(columnOf);

/** What is other than the rules of the model say, of its tables, and of the names that they and their columns had. */
export const againstRules = (
  access: MeasuredAccess,
  entities: readonly NamedEntity[],
  rows: TableRows,
): readonly string[] =>
  entities.flatMap((named) => [
    ...[named.table, ...named.formerTables].flatMap((relation) =>
      access.rights.has(relation)
        ? rowsAgainstRules(access, { ...named, relation, rows: rows.get(named.table) ?? [] })
        : [],
    ),
    ...rightsAgainstRules(access, named),
  ]);

function rowsAgainstRules(
  access: MeasuredAccess,
  {
    entity,
    relation,
    rows,
  }: {
    readonly entity: EntityState;
    readonly relation: string;
    readonly rows: readonly Readonly<Record<string, unknown>>[];
  },
): readonly string[] {
  return actors.flatMap((actor) =>
    doings.flatMap((doing) => {
      const found = rowsOf(access, relation, actor, doing);
      const expected = expectedRows(entity, rows, { actor, doing });
      if (isDeepStrictEqual(found, expected)) return [];
      return [
        `${relation}: ${actor.name} may ${doing} ${found}, and not ${expected}: ${JSON.stringify(entity.access)}`,
      ];
    }),
  );
}

const operationOf = { select: "read", update: "update", delete: "delete", insert: "create" } as const;

/** The keys of the rows, in order; null where there is no rule for it at all. */
function expectedRows(
  entity: EntityState,
  rows: readonly Readonly<Record<string, unknown>>[],
  { actor, doing }: { readonly actor: Actor; readonly doing: Doing },
): readonly string[] | null {
  const tried = doing === "insert" ? rows.slice(0, copiedRows) : rows;
  const keys = (those: typeof rows): readonly string[] => those.map(({ id }) => String(id));
  if (actor.role === "service_role") return keys(tried);
  // A row that is changed is also looked at.
  const needed = doing === "insert" || doing === "select" ? [doing] : (["select", doing] as const);
  const rules = needed.map((one) => rulesFor(entity, actor.role, one));
  if (rules.some((some) => some.length === 0)) return null;
  return keys(
    tried.filter((row) => rules.every((some) => some.some((rule) => lets(rule, { entity, row, user: actor.user })))),
  );
}

const rulesFor = ({ access }: EntityState, role: Actor["role"], doing: Doing): readonly RuleState[] =>
  access.filter(
    ({ allow, to }) =>
      allow.includes(operationOf[doing]) && (to === "anyone" || (to !== "service" && role === "authenticated")),
  );

function lets(
  { to, when }: RuleState,
  {
    entity,
    row,
    user,
  }: { readonly entity: EntityState; readonly row: Readonly<Record<string, unknown>>; readonly user: string | null },
): boolean {
  const field = entity.fields.find(({ id }) => id === when?.field);
  const isLikeIt = field === undefined || row[columnOf(field.name)] === when?.value;
  return isLikeIt && (to !== "owner" || (user !== null && row.owner_id === user));
}

function rightsAgainstRules(access: MeasuredAccess, { entity, table, formerTables }: NamedEntity): readonly string[] {
  const onColumns = [...entity.fields, ...entity.removed].flatMap((field) => {
    const live = entity.fields.includes(field);
    const expected = expectedRights(entity, field.yaml.secret === true ? [] : ["select", "insert", "update"]);
    return [table, ...formerTables].flatMap((relation) =>
      namesOf(field).flatMap((column) => {
        const found = access.rights.get(`${relation}.${column}`);
        // What a role got since then is not for what is only kept.
        const fits = live ? isDeepStrictEqual(found, expected) : found?.every((right) => expected.includes(right));
        return found === undefined || fits ? [] : [`${relation}.${column}: ${found}, and not ${expected}`];
      }),
    );
  });
  const onTables = [table, ...formerTables].flatMap((relation) => {
    const found = access.rights.get(relation);
    const expected = expectedRights(entity, ["delete"]);
    return found === undefined || isDeepStrictEqual(found, expected)
      ? []
      : [`${relation}: ${found}, and not ${expected}`];
  });
  return [...onColumns, ...onTables];
}

/** The server may do everything; others what some rule is about. */
const expectedRights = (entity: EntityState, open: readonly Doing[]): readonly string[] => {
  const own = open.includes("delete") ? (["delete"] as const) : (["insert", "select", "update"] as const);
  return [
    ...(["anon", "authenticated"] as const).flatMap((role) =>
      own
        .filter((doing) => open.includes(doing) && rulesFor(entity, role, doing).length > 0)
        .map((doing) => `${role} may ${doing.toUpperCase()}`),
    ),
    ...own.map((doing) => `service_role may ${doing.toUpperCase()}`),
  ];
};

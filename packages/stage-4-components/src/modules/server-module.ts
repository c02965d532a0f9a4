import type { EntityPlan } from "../entity-plan.ts";
import { literal, literalList, member } from "../literal.ts";
import type { Declaration, Module } from "../module.ts";
import { imports } from "../module.ts";

/** `server/<slug>.ts`: the queries of one entity, on its own columns alone. */
export function serverModule(plan: EntityPlan): Module {
  const { slug, type, value, views } = plan;
  const { canCreate, canUpdate, canDelete } = views.form;
  const hasNames = views.keyColumns.length === 1;
  const searches = views.list.searchColumns.length > 0;
  const routes = [
    `keyLength: ${views.keyColumns.length},`,
    "list,",
    "get,",
    ...(hasNames ? ["names,"] : []),
    ...(canCreate ? ["insert,"] : []),
    ...(canUpdate ? ["update,"] : []),
    ...(canDelete ? ["remove,"] : []),
  ];
  return {
    path: `server/${slug}.ts`,
    doc: `The queries of ${type}. They run as the person who asks: row level security decides what they see.`,
    imports: [
      ...imports("kysely", ["Kysely"], true),
      ...imports(
        "@build-it/application-kit/queries",
        ["EntityRoutes", "Key", "ListQuery", "Page", hasNames && "NamesWanted", hasNames && "RowName"],
        true,
      ),
      ...imports("@build-it/application-kit/queries", [
        searches && "containing",
        "equals",
        "filterOf",
        "inDirection",
        "keyPart",
        hasNames && "namesLimit",
        "oneOf",
        "pageOf",
        "pageSize",
        canUpdate && "parseChanges",
        canCreate && "parseNew",
      ]),
      ...imports("../database/database.ts", ["Database"], true),
      ...imports(
        `../entities/${slug}.ts`,
        [canUpdate && `${type}Changes`, canCreate && `${type}Input`, `${type}Key`],
        true,
      ),
      ...imports(`../entities/${slug}.ts`, [
        canUpdate && `${value}ChangeColumns`,
        `${value}Columns`,
        `${value}FilterColumns`,
        (canCreate || canUpdate) && `${value}Rules`,
        `${value}SortColumns`,
      ]),
    ],
    declarations: [
      listFunction(plan),
      getFunction(plan),
      ...(hasNames ? [namesFunction(plan)] : []),
      ...(canCreate ? [insertFunction(plan)] : []),
      ...(canUpdate ? [updateFunction(plan)] : []),
      ...(canDelete ? [removeFunction(plan)] : []),
      {
        kind: "constant",
        name: `${value}Routes`,
        exported: true,
        type: "EntityRoutes<Database>",
        value: `{\n${routes.join("\n")}\n}`,
      },
    ],
  };
}

const database = { name: "db", type: "Kysely<Database>" } as const;
const keyParameter = { name: "key", type: "Key" } as const;
const input = { name: "input", type: "unknown" } as const;

const query = (
  name: string,
  doc: string,
  declared: Pick<Extract<Declaration, { kind: "function" }>, "parameters" | "returns" | "body">,
): Declaration => ({ kind: "function", name, doc, exported: false, async: true, ...declared });

/** `.where("id", "=", …)` for each part of the key. */
const whereKey = ({ type, views }: EntityPlan): readonly string[] =>
  views.keyColumns.map(
    (column, index) => `.where(${literal(column)}, "=", keyPart<${type}Key[${literal(column)}]>(key, ${index}))`,
  );

/** A condition that finds what a person typed in any of the searched columns. */
const searchBlock = (columns: readonly string[]): readonly string[] =>
  columns.length === 0
    ? []
    : [
        'if (search !== "") {',
        "const pattern = containing(search);",
        "rows = rows.where((where) =>",
        "where.or([",
        ...columns.map((column) => `where(${literal(column)}, "ilike", pattern),`),
        "]),",
        ");",
        "}",
      ]
        .join("\n")
        .split("\n\n");

const listFunction = ({ table, value, views }: EntityPlan): Declaration =>
  query("list", "One page of rows.", {
    parameters: [database, { name: "query", type: "ListQuery" }],
    returns: "Promise<Page<object>>",
    body: [
      `let rows = db.selectFrom(${table}).select(${value}Columns);`,
      ...(views.list.searchColumns.length > 0 ? ["const { search } = query;"] : []),
      ...searchBlock(views.list.searchColumns),
      `const filter = filterOf(query, ${value}FilterColumns);`,
      "if (filter !== undefined) rows = rows.where(equals(filter));",
      [
        "const found = await rows",
        `.orderBy(oneOf(query.orderBy, ${value}SortColumns) ?? ${literal(views.list.orderBy)}, inDirection(query.descending))`,
        // Rows that are equal in the order keep their places from one page to the next.
        ...views.keyColumns.map((column) => `.orderBy(${literal(column)})`),
        ".offset((query.page - 1) * pageSize)",
        ".limit(pageSize + 1)",
        ".execute();",
      ].join("\n"),
      "return pageOf(found);",
    ],
  });

const getFunction = (plan: EntityPlan): Declaration =>
  query("get", "One row, if it can be seen.", {
    parameters: [database, keyParameter],
    returns: "Promise<object | undefined>",
    body: [
      [
        "return db",
        `.selectFrom(${plan.table})`,
        `.select(${plan.value}Columns)`,
        ...whereKey(plan),
        ".executeTakeFirst();",
      ].join("\n"),
    ],
  });

function namesFunction({ table, type, views }: EntityPlan): Declaration {
  const [key = ""] = views.keyColumns;
  const display = views.displayColumn;
  const search = views.list.searchColumns.length > 0;
  const id = `String(${member("row", key)})`;
  return query("names", "What people call these rows, or the first rows that a search finds.", {
    parameters: [database, { name: search ? "{ keys, search }" : "{ keys }", type: "NamesWanted" }],
    returns: "Promise<readonly RowName[]>",
    body: [
      `let rows = db.selectFrom(${table}).select(${literalList([...new Set([key, display])])});`,
      `if (keys.length > 0) rows = rows.where(${literal(key)}, "in", keys.map((_, index) => keyPart<${type}Key[${literal(key)}]>(keys, index)));`,
      ...searchBlock(views.list.searchColumns),
      `const found = await rows.orderBy(${literal(display)}).limit(namesLimit).execute();`,
      key === display
        ? `return found.map((row) => ({ key: ${id}, name: ${id} }));`
        : `return found.map((row) => ({ key: ${id}, name: String(${member("row", display)} ?? ${member("row", key)}) }));`,
    ],
  });
}

const insertFunction = ({ table, type, value, views }: EntityPlan): Declaration =>
  query("insert", "Makes a row; gives its key.", {
    parameters: [database, input],
    returns: "Promise<object>",
    body: [
      [
        "return db",
        `.insertInto(${table})`,
        `.values(parseNew<${type}Input>(input, ${value}Rules))`,
        `.returning(${literalList(views.keyColumns)})`,
        ".executeTakeFirstOrThrow();",
      ].join("\n"),
    ],
  });

const updateFunction = (plan: EntityPlan): Declaration =>
  query("update", "Changes the given columns of a row; gives its key.", {
    parameters: [database, keyParameter, input],
    returns: "Promise<object | undefined>",
    body: [
      [
        "return db",
        `.updateTable(${plan.table})`,
        `.set(parseChanges<${plan.type}Changes>(input, ${plan.value}Rules, ${plan.value}ChangeColumns))`,
        ...whereKey(plan),
        `.returning(${literalList(plan.views.keyColumns)})`,
        ".executeTakeFirst();",
      ].join("\n"),
    ],
  });

const removeFunction = (plan: EntityPlan): Declaration =>
  query("remove", "Deletes a row; gives how many there were.", {
    parameters: [database, keyParameter],
    returns: "Promise<number>",
    body: [
      [
        "const { numDeletedRows } = await db",
        `.deleteFrom(${plan.table})`,
        ...whereKey(plan),
        ".executeTakeFirstOrThrow();",
      ].join("\n"),
      "return Number(numDeletedRows);",
    ],
  });

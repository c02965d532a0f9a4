import { escapeLiteral } from "pg";
import { plainType, sayConstraints, sayConstraintsOf18, sayIndexes, sayOnTable, saySettings } from "./table-parts.ts";
import { sequenceOptions } from "./types.ts";
import type { World } from "./world.ts";

const tableKeys = ["a", "b", "c", "two_d"] as const;
const tableRights = ["SELECT", "INSERT", "UPDATE", "DELETE", "REFERENCES", "TRIGGER", "TRUNCATE"];

/** Ordinary tables with all that hangs on them. Their references come last, and may go round in a circle. */
export function sayTables(world: World): void {
  const { flip, present } = world;
  const keys = tableKeys.filter((key) => key === "a" || (flip(key) && (key !== "two_d" || present.has("two"))));
  const idTypes = new Map(keys.map((key) => [key, sayTable(world, key)] as const));
  for (const key of keys) sayReferences(world, key, idTypes);
}

export function anyType({ pick, at, present }: World, question: string): string {
  const own = ["mood", "code", "deep", "pair", "span", "two_tone"].filter((key) => present.has(key)).map(at);
  const arrays = own.map((type) => `${type}[]`);
  return pick(
    question,
    ["text", "date", "timestamptz", "timestamp(3)", "jsonb", "boolean", "uuid", "text[]", "integer", "char(3)"].concat(
      own,
      own,
      arrays,
    ),
  );
}

/** Says the table and gives the type of its id. */
function sayTable(world: World, key: string): string {
  const { flip, pick, at, id, text, say, make } = world;
  const plain = plainType(world, key);
  const idType = idColumn(world, key);
  const columns = [
    idType.definition,
    `${id("c0")} ${plain} ${plain.startsWith("text") && flip(`${key} c0 is collated`) ? 'COLLATE "C"' : ""} ${pick(`${key} c0 default`, ["", "DEFAULT '1'", "DEFAULT NULL"])} ${pick(`${key} c0 required`, ["", "NOT NULL", ...(world.major >= 18 ? [`CONSTRAINT ${id(`${key}_filled`)} NOT NULL`] : [])])}`,
    ...["c1", "c2"].filter((column) => flip(`${key} ${column}`)).map((column) => anyColumn(world, key, column)),
    ...(flip(`${key} generated`) ? [generatedColumn(world, key)] : []),
  ];
  const unlogged = key === "c" && flip("c is unlogged") ? "UNLOGGED" : "";
  const parameters = world.some(`${key} with`, [
    "fillfactor = 70",
    "autovacuum_enabled = off",
    "toast.autovacuum_enabled = off",
  ]);
  const method = world.present.has("method") && flip(`${key} method`) ? `USING ${id("method")}` : "";
  say(
    `CREATE ${unlogged} TABLE ${at(key)} (${columns.join(", ")}) ${method} ${parameters.length === 0 ? "" : `WITH (${parameters.join(", ")})`}`,
  );
  make(key, `TABLE ${at(key)}`, { rights: tableRights });
  for (const statement of idType.later) say(statement);
  say(
    `ALTER TABLE ${at(key)} ADD CONSTRAINT ${id(`${key}_key`)} PRIMARY KEY (${id("id")})${pick(`${key} key includes`, ["", "", ` INCLUDE (${id("c0")})`])}`,
  );
  sayConstraints(world, key);
  sayConstraintsOf18(world, key);
  sayIndexes(world, key);
  saySettings(world, key);
  sayOnTable(world, key);
  for (const column of ["id", "c0"])
    if (flip(`${key} ${column} comment`, 4))
      say(`COMMENT ON COLUMN ${at(key)}.${id(column)} IS ${text(`${key} ${column} comment is`)}`);
  if (flip(`${key} column rights`, 3))
    say(
      `GRANT SELECT (${id("c0")})${pick(`${key} column rights and`, ["", `, UPDATE (${id("id")}, ${id("c0")})`])} ON ${at(key)} TO ${world.role(`${key} column rights to`)}`,
    );
  return idType.type;
}

interface IdColumn {
  readonly type: string;
  readonly definition: string;
  /** What is said after the table is there. */
  readonly later: readonly string[];
}

function idColumn(world: World, key: string): IdColumn {
  const { pick, at, id } = world;
  const type = pick(`${key} id type`, ["integer", "bigint", "uuid"]);
  if (type === "uuid")
    return {
      type,
      definition: `${id("id")} uuid ${pick(`${key} id default`, ["", "DEFAULT gen_random_uuid()"])}`,
      later: [],
    };
  const counter = `${key}_count`;
  const options = sequenceOptions(world, `${key} id`).replace(/AS \w+/, "");
  switch (pick(`${key} id is`, ["plain", "serial", "identity", "named identity"])) {
    case "serial":
      return {
        type,
        definition: `${id("id")} ${type}`,
        later: [
          `CREATE SEQUENCE ${at(counter)} AS ${type} ${options} OWNED BY ${at(key)}.${id("id")}`,
          `ALTER TABLE ${at(key)} ALTER ${id("id")} SET DEFAULT nextval(${escapeLiteral(at(counter))})`,
          `COMMENT ON SEQUENCE ${at(counter)} IS ${world.text(`${key} counter comment`)}`,
        ],
      };
    case "identity":
      return {
        type,
        definition: `${id("id")} ${type} GENERATED ${pick(`${key} id always`, ["ALWAYS", "BY DEFAULT"])} AS IDENTITY`,
        later: [],
      };
    case "named identity":
      return {
        type,
        definition: `${id("id")} ${type} GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME ${at(counter)} ${options})`,
        later: [],
      };
    default:
      return { type, definition: `${id("id")} ${type}`, later: [] };
  }
}

function anyColumn(world: World, key: string, column: string): string {
  const { pick, flip, id } = world;
  const initial = pick(`${key} ${column} default`, ["", "DEFAULT NULL"]);
  return `${id(column)} ${anyType(world, `${key} ${column} type`)} ${initial} ${flip(`${key} ${column} required`) ? "NOT NULL" : ""}`;
}

function generatedColumn({ pick, major, id, text }: World, key: string): string {
  const c0 = `${id("c0")}::text`;
  const value = pick(`${key} generated is`, [
    `upper(${c0})`,
    `(${c0} || ${text(`${key} generated ends`)})`,
    `length(${c0})`,
  ]);
  const kind = major >= 18 ? pick(`${key} generated kind`, ["STORED", "VIRTUAL"]) : "STORED";
  return `${id("made")} ${value.startsWith("length") ? "integer" : "text"} GENERATED ALWAYS AS (${value}) ${kind}`;
}

function sayReferences(world: World, key: string, idTypes: ReadonlyMap<string, string>): void {
  const { flip, pick, at, id, say } = world;
  for (const [target, type] of idTypes) {
    if (!flip(`${key} references ${target}`, 3) || (target === "c" && key !== "c")) continue;
    const column = id(`to_${target}`);
    say(`ALTER TABLE ${at(key)} ADD ${column} ${type}`);
    const actions = ["NO ACTION", "CASCADE", "RESTRICT", "SET NULL", "SET DEFAULT"];
    const onDelete = pick(`${key} ${target} on delete`, [...actions, `SET NULL (${column})`]);
    say(`ALTER TABLE ${at(key)} ADD CONSTRAINT ${id(`${key}_to_${target}`)} FOREIGN KEY (${column}) REFERENCES ${at(target)} (${id("id")})
      ${pick(`${key} ${target} match`, ["", "MATCH FULL"])} ON DELETE ${onDelete} ON UPDATE ${pick(`${key} ${target} on update`, actions)}
      ${pick(`${key} ${target} deferred`, ["", "DEFERRABLE", "DEFERRABLE INITIALLY DEFERRED"])} ${pick(`${key} ${target} valid`, ["", "NOT VALID", ...(world.major >= 18 ? ["NOT ENFORCED"] : [])])}`);
  }
}

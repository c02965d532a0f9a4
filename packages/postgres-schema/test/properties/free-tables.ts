import { type FreeColumn, freeColumns, sayGenerated } from "./free-columns.ts";
import { sayOnFreeTable } from "./free-parts.ts";
import type { FreeRelation, FreeWorld } from "./free-types.ts";

/** Tables by themselves, with parents, or as partitions; each may be any of it on the other side. */
export function sayFreeTables(world: FreeWorld): readonly FreeRelation[] {
  switch (world.pick("tables are", ["plain", "heirs", "partitions"])) {
    case "heirs":
      return sayHeirs(world);
    case "partitions":
      return sayPartitioned(world);
    default:
      return ["a", "b"].filter(world.often).map((key) => sayTable(world, key));
  }
}

interface FreeTable {
  /** A column that it has besides those that are chosen. */
  readonly first?: FreeColumn;
  readonly parents?: readonly FreeRelation[];
  /** What follows the columns. */
  readonly rest?: string;
  /** Whether what hangs on it is said later. */
  readonly isBare?: boolean;
}

/** Says a table and what hangs on it. */
function sayTable(world: FreeWorld, key: string, more: FreeTable = {}): FreeRelation {
  const { first, parents = [], rest = "", isBare = false } = more;
  const inherited = new Map(parents.flatMap(({ columns }) => [...columns]));
  const columns = [...(first === undefined ? [] : [first]), ...freeColumns(world, key)].filter(
    ({ name }) => !inherited.has(name),
  );
  const isUnlogged = rest === "" && world.flip(`${key} is unlogged`, 5);
  const definitions = columns.map(({ definition }) => definition).join(", ");
  world.say(`CREATE ${isUnlogged ? "UNLOGGED" : ""} TABLE ${world.at(key)} (${definitions}) ${rest}`);
  sayGenerated(world, key);
  const table = { key, columns: new Map([...inherited, ...columns.map(({ name, type }) => [name, type] as const)]) };
  if (!isBare) sayOnFreeTable(world, table);
  return table;
}

function sayHeirs(world: FreeWorld): readonly FreeRelation[] {
  const { flip, often, at, id, pick, say } = world;
  const above = ["p", "p2"].filter(often).map((key) => sayTable(world, key));
  const heirs = ["a", "b"].filter(often).map((key) => {
    const parents = above.filter((parent) => flip(`${key} inherits ${parent.key}`));
    const rest = parents.length === 0 ? "" : `INHERITS (${parents.map((parent) => at(parent.key)).join(", ")})`;
    const table = sayTable(world, key, { parents, rest });
    const [column] = parents.flatMap(({ columns }) => [...columns.keys()]);
    if (column !== undefined && flip(`${key} alters`, 3))
      say(
        `ALTER TABLE ${at(key)} ALTER ${id(column)} ${pick(`${key} alters by`, ["SET NOT NULL", "DROP DEFAULT", "SET STATISTICS 7"])}`,
      );
    return table;
  });
  return [...above, ...heirs];
}

/** A partitioned table with partitions, or what would be those without it. */
function sayPartitioned(world: FreeWorld): readonly FreeRelation[] {
  const { flip, often, at, id, pick, say } = world;
  const first = { name: "id", type: "integer", definition: `${id("id")} integer NOT NULL` };
  const by = pick("p by", ["LIST", "LIST", "RANGE", "HASH"] as const);
  const rest = `PARTITION BY ${by} (${id("id")})`;
  const isBare = flip("p comes last");
  const root = often("p") ? sayTable(world, "p", { first, rest, isBare }) : null;
  const parts = ["a", "b"].filter(often).map((key) => {
    if (root === null || flip(`${key} is alone`, 3)) return sayTable(world, key, { first });
    say(`CREATE TABLE ${at(key)} PARTITION OF ${at("p")} FOR VALUES ${boundOf(by, key === "a" ? 0 : 1)}`);
    const part = { key, columns: root.columns };
    if (flip(`${key} requires`, 3))
      say(`ALTER TABLE ${at(key)} ALTER ${id(pick(`${key} requires what`, [...part.columns.keys()]))} SET NOT NULL`);
    sayOnFreeTable(world, part);
    return part;
  });
  if (root === null) return parts;
  if (flip("p key")) {
    say(`ALTER TABLE ${at("p")} ADD PRIMARY KEY (${id("id")})`);
    if (flip("uses"))
      say(`CREATE TABLE ${at("uses")} (${id("id")} integer CONSTRAINT ${id("use")} REFERENCES ${at("p")})`);
  }
  if (isBare) sayOnFreeTable(world, root);
  return [root, ...parts];
}

const boundOf = (by: "LIST" | "RANGE" | "HASH", place: number): string =>
  ({ LIST: `IN (${place})`, RANGE: `FROM (${place}) TO (${place + 1})`, HASH: `WITH (MODULUS 2, REMAINDER ${place})` })[
    by
  ];

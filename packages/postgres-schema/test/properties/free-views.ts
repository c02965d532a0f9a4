import type { FreeRelation, FreeWorld } from "./free-types.ts";

/** References, views on whatever is there, and functions that read it. */
export function sayBetweenRelations(world: FreeWorld, tables: readonly FreeRelation[]): void {
  const { flip, pick, at, id, say } = world;
  const relations = tables.filter(({ columns }) => columns.size > 0);
  if (relations.length === 0) return;
  if (flip("reference", 3)) sayReference(world, pick("reference from", relations), pick("reference to", relations));
  for (const key of ["v1", "v2", "m1"])
    if (flip(key)) relations.push(sayView(world, key, pick(`${key} from`, relations)));
  if (relations.some(({ key }) => key === "v1") && flip("v1 rule", 3))
    say(`CREATE RULE ${id("rule")} AS ON DELETE TO ${at("v1")} DO INSTEAD NOTHING`);
  sayReaders(world, pick("reader of", relations));
}

function sayView(world: FreeWorld, key: string, from: FreeRelation): FreeRelation {
  const { flip, pick, some, at, id, say, make, shown } = world;
  const names = [...from.columns.keys()];
  const first = pick(`${key} first`, names);
  const chosen = [...new Set([first, ...some(`${key} columns`, names)])];
  const isGrouped = flip(`${key} is grouped`, 5);
  const results = chosen.map((name) =>
    !isGrouped && flip(`${key} shows ${name} as text`, 5) ? `${id(name)}::text AS ${id(name)}` : id(name),
  );
  if (shown !== null && !isGrouped && flip(`${key} calls`, 4)) results.push(`${at("shown")}(NULL) AS ${id("shown")}`);
  const where = pick(`${key} where`, ["", `WHERE ${id(first)} IS NOT NULL`]);
  const end = isGrouped ? `GROUP BY ${results.join(", ")}` : where;
  const word = key === "m1" ? "MATERIALIZED VIEW" : "VIEW";
  say(`CREATE ${word} ${at(key)} AS SELECT ${results.join(", ")} FROM ${at(from.key)} ${end}`);
  // Nothing can be filled from a view whose owner may not read, and owners are given no rights.
  const ownable = key === "m1" || !flip("m1");
  make(key, `${word} ${at(key)}`, { rights: ["SELECT"], grantable: `TABLE ${at(key)}`, ownable });
  if (key === "m1" && flip("m1 index")) say(`CREATE INDEX ${id("m1_index")} ON ${at("m1")} (${id(first)})`);
  return { key, columns: new Map(chosen.map((name) => [name, ""])) };
}

function sayReaders({ flip, pick, at, id, say }: FreeWorld, { key, columns }: FreeRelation): void {
  const column = id(pick("reader reads", [...columns.keys()]));
  const sayFunction = (name: string, rest: string): void => say(`CREATE FUNCTION ${at(name)}${rest}`);
  if (flip("counted", 3))
    sayFunction("counted", `() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(${column}) FROM ${at(key)}; END`);
  if (flip("reader", 4))
    sayFunction("reader", `() RETURNS SETOF ${at(key)} LANGUAGE sql AS $f$ SELECT * FROM ${at(key)} $f$`);
  if (flip("picked", 4))
    sayFunction(
      "picked",
      `(${id("z")} ${at(key)}) RETURNS text LANGUAGE sql IMMUTABLE AS $f$ SELECT (${id("z")}.${column})::text $f$`,
    );
}

/** A column that refers to one of the same type, which becomes unique. */
function sayReference({ pick, at, id, say }: FreeWorld, from: FreeRelation, to: FreeRelation): void {
  const [target, type] = pick("reference by", [...to.columns]);
  const alike = [...from.columns].filter(([, other]) => other === type).map(([name]) => name);
  if (alike.length === 0) return;
  say(`ALTER TABLE ${at(to.key)} ADD CONSTRAINT ${id("referred")} UNIQUE (${id(target)})`);
  say(`ALTER TABLE ${at(from.key)} ADD CONSTRAINT ${id("reference")} FOREIGN KEY (${id(pick("reference of", alike))})
    REFERENCES ${at(to.key)} (${id(target)}) ${pick("reference does", ["", "ON DELETE CASCADE", "NOT VALID"])}`);
}

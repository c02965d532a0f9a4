import { anyType } from "./tables.ts";
import type { World } from "./world.ts";

/** A partitioned table with partitions, one of them partitioned again; the parts may stand by themselves. */
export function sayPartitions(world: World): void {
  const { flip, pick, at, id, text, say, make } = world;
  const attached: string[] = [];
  if (!flip("p")) return;
  const required = (key: string): string =>
    pick(`${key} required`, [
      "",
      "NOT NULL",
      ...(world.major >= 18 ? [`CONSTRAINT ${id(`${key}_filled`)} NOT NULL`] : []),
    ]);
  const columnsOf = (key: string): string =>
    `${id("id")} integer NOT NULL, ${id("c0")} text ${pick("p default", ["", `DEFAULT ${text("p default is")}`])} ${required(key)}${flip("p c1") ? `, ${id("c1")} ${anyType(world, "p c1 type")}` : ""}`;
  const by = pick("p by", ["RANGE", "LIST"]);
  say(`CREATE TABLE ${at("p")} (${columnsOf("p")}) PARTITION BY ${by} (${id("id")})`);
  make("p", `TABLE ${at("p")}`, { rights: ["SELECT", "INSERT"] });
  if (flip("p key"))
    say(
      `ALTER TABLE ${at("p")} ADD CONSTRAINT ${id("p_key")} PRIMARY KEY (${pick("p key of", [id("id"), `${id("id")}, ${id("c0")}`])})`,
    );
  if (flip("p check"))
    say(
      `ALTER TABLE ${at("p")} ADD CONSTRAINT ${id("p_check")} CHECK (${id("c0")} <> ${text("p check is")}) ${pick("p check valid", ["", "NOT VALID"])}`,
    );
  if (flip("p index"))
    say(`CREATE INDEX ${id("p_index")} ON ${at("p")} (${pick("p index of", [id("c0"), `upper(${id("c0")})`])})`);
  if (flip("p trigger"))
    say(`CREATE TRIGGER ${id("trigger")} BEFORE INSERT ON ${at("p")} FOR EACH ROW EXECUTE FUNCTION ${at("touch")}()`);
  for (const number of [1, 2]) {
    const key = `p${number}`;
    const kind = pick(`${key} is`, ["gone", "part", "part", "alone"]);
    const bound =
      by === "LIST"
        ? `IN (${number}, ${pick(`${key} bound`, [10, 20]) + number})`
        : `FROM (${number * 10}) TO (${number * 10 + pick(`${key} bound`, [5, 10])})`;
    if (kind === "alone") say(`CREATE TABLE ${at(key)} (${columnsOf(key)})`);
    if (kind === "part") {
      attached.push(key);
      const sub = number === 2 && flip("p2 is partitioned") ? `PARTITION BY HASH (${id("id")})` : "";
      const own = flip(`${key} default`, 4) ? `(${id("c0")} DEFAULT ${text(`${key} default is`)})` : "";
      say(`CREATE TABLE ${at(key)} PARTITION OF ${at("p")} ${own} FOR VALUES ${bound} ${sub}`);
      if (sub !== "")
        say(
          `CREATE TABLE ${at("p3")} PARTITION OF ${at(key)} FOR VALUES WITH (MODULUS 2, REMAINDER ${pick("p3 bound", [0, 1])})`,
        );
    }
    if (kind === "gone") continue;
    make(key, `TABLE ${at(key)}`, { rights: ["SELECT"] });
    if (flip(`${key} index`, 4)) say(`CREATE INDEX ${id(`${key}_index`)} ON ${at(key)} (${id("c0")})`);
    if (flip(`${key} check`, 4))
      say(`ALTER TABLE ${at(key)} ADD CONSTRAINT ${id(`${key}_check`)} CHECK (${id("id")} > 0)`);
    if (flip(`${key} column comment`, 4))
      say(`COMMENT ON COLUMN ${at(key)}.${id("c0")} IS ${text(`${key} column comment is`)}`);
  }
  if (flip("p second index")) {
    const second = `(${id("c0")}) WHERE ${id("id")} > 0`;
    for (const key of attached) {
      if (!flip(`${key} names its second index`)) continue;
      const named = `${key}_second`;
      say(`CREATE INDEX ${id(named)} ON ${at(key)} ${second}`);
      make(named, `INDEX ${at(named)}`, { ownable: false });
      // PostgreSQL sets nothing of the index of a partitioned table.
      const isPartitioned = key === "p2" && flip("p2 is partitioned");
      if (!isPartitioned && flip(`${named} is set`)) say(`ALTER INDEX ${at(named)} SET (fillfactor = 70)`);
    }
    say(`CREATE INDEX ${id("p_second")} ON ${at("p")} ${second}`);
  }
  if (flip("p late check")) {
    say(`ALTER TABLE ${at("p")} ADD CONSTRAINT ${id("p_late")} CHECK (${id("id")} > 0) NOT VALID`);
    for (const key of attached)
      if (flip(`${key} keeps the late check`)) say(`ALTER TABLE ${at(key)} VALIDATE CONSTRAINT ${id("p_late")}`);
  }
  if (flip("p rest")) {
    say(`CREATE TABLE ${at("p_rest")} PARTITION OF ${at("p")} DEFAULT`);
    make("p_rest", `TABLE ${at("p_rest")}`, { rights: ["SELECT"] });
  }
}

/** Tables that inherit, and a table of a type. */
export function sayInheritance(world: World): void {
  const { flip, pick, at, id, text, say, make, present } = world;
  if (flip("parent")) {
    say(
      `CREATE TABLE ${at("parent")} (${id("id")} integer, ${id("c0")} text ${pick("parent default", ["", `DEFAULT ${text("parent default is")}`])})`,
    );
    make("parent", `TABLE ${at("parent")}`, { rights: ["SELECT"] });
    if (flip("parent check"))
      say(
        `ALTER TABLE ${at("parent")} ADD CONSTRAINT ${id("parent_check")} CHECK (${id("id")} > 0) ${pick("parent check inherits", ["", "NO INHERIT"])} ${pick("parent check valid", ["", "NOT VALID"])}`,
      );
  }
  if (flip("other parent")) {
    say(`CREATE TABLE ${at("parent2")} (${id("c1")} ${anyType(world, "parent2 c1")})`);
    make("parent2", `TABLE ${at("parent2")}`, { rights: ["SELECT"] });
  }
  if (flip("child")) {
    const parents = [
      ...(present.has("parent") ? ["parent"] : []),
      ...(present.has("parent2") && flip("child of both") ? ["parent2"] : []),
    ];
    const inherits = parents.length > 0 && flip("child inherits") ? `INHERITS (${parents.map(at).join(", ")})` : "";
    say(`CREATE TABLE ${at("child")} (${id("own")} integer) ${inherits}`);
    make("child", `TABLE ${at("child")}`, { rights: ["SELECT"] });
    if (inherits.includes(at("parent")) && present.has("parent")) {
      if (flip("child default"))
        say(`ALTER TABLE ${at("child")} ALTER ${id("c0")} SET DEFAULT ${text("child default is")}`);
      const constraint = `ADD CONSTRAINT ${id("child_filled")} NOT NULL ${id("c0")}`;
      const required = pick("child required", [
        "",
        `ALTER ${id("c0")} SET NOT NULL`,
        ...(world.major >= 18 ? [constraint, `${constraint} NOT VALID`] : []),
      ]);
      if (required !== "") say(`ALTER TABLE ${at("child")} ${required}`);
      if (flip("child column comment"))
        say(`COMMENT ON COLUMN ${at("child")}.${id("c0")} IS ${text("child column comment is")}`);
    }
  }
  if (present.has("pair") && flip("typed")) {
    say(`CREATE TABLE ${at("typed")} OF ${at("pair")}`);
    make("typed", `TABLE ${at("typed")}`, { rights: ["SELECT"] });
  }
}

/** Views on tables and on each other, materialized ones with indexes, and what stands on them. */
export function sayViews(world: World): void {
  const { flip, pick, some, at, id, text, say, make, present } = world;
  // Nothing can be filled from a view whose owner may not read, and owners are given no rights.
  const ownable = !flip("m1");
  if (flip("v1")) {
    const columns = [
      id("id"),
      ...some("v1 columns", [id("c0")]),
      ...(flip("v1 adds") ? [`${text("v1 adds text")}::text AS ${id("added")}`] : []),
    ];
    const options = pick("v1 with", ["", "WITH (security_barrier = true)", "WITH (security_invoker = true)"]);
    const where = pick("v1 where", ["", `WHERE ${at("ok")}(${id("c0")}::text)`]);
    say(
      `CREATE VIEW ${at("v1")} ${options} AS SELECT ${columns.join(", ")} FROM ${at("a")} ${where} ${pick("v1 check option", ["", "", "WITH LOCAL CHECK OPTION"])}`,
    );
    make("v1", `VIEW ${at("v1")}`, { rights: ["SELECT", "UPDATE"], grantable: `TABLE ${at("v1")}`, ownable });
    if (flip("v1 column comment", 3))
      say(`COMMENT ON COLUMN ${at("v1")}.${id("id")} IS ${text("v1 column comment is")}`);
    if (flip("v1 default", 4)) say(`ALTER VIEW ${at("v1")} ALTER ${id("id")} SET DEFAULT NULL`);
    if (flip("v1 trigger", 3))
      say(
        `CREATE TRIGGER ${id("trigger")} INSTEAD OF UPDATE ON ${at("v1")} FOR EACH ROW EXECUTE FUNCTION ${at("touch")}()`,
      );
    if (flip("v1 rule", 4)) say(`CREATE RULE ${id("rule")} AS ON INSERT TO ${at("v1")} DO INSTEAD NOTHING`);
  }
  const over = present.has("v1") && flip("v2 over v1") ? "v1" : present.has("b") ? "b" : "a";
  if (flip("v2")) {
    say(
      `CREATE VIEW ${at("v2")} AS SELECT count(*) AS ${id("c0")}, ${pick("v2 gives", ["1", "NULL::text", `max(x.${id("id")}::text)`])} AS ${id("c1")} FROM ${at(over)} x`,
    );
    make("v2", `VIEW ${at("v2")}`, { rights: ["SELECT"], grantable: `TABLE ${at("v2")}`, ownable });
  }
  if (flip("m1")) {
    const from =
      present.has("v2") && flip("m1 over v2")
        ? `SELECT ${id("c0")} FROM ${at("v2")}`
        : `SELECT ${id("c0")}${flip("m1 wide") ? `, ${id("id")}` : ""} FROM ${at("a")}`;
    const data = pick("m1 has", ["WITH NO DATA", "WITH DATA"]);
    say(`CREATE MATERIALIZED VIEW ${at("m1")} ${pick("m1 with", ["", "WITH (fillfactor = 50)"])} AS ${from} ${data}`);
    // An owner without rights can fill none.
    const ownable = data === "WITH NO DATA";
    make("m1", `MATERIALIZED VIEW ${at("m1")}`, { rights: ["SELECT"], grantable: `TABLE ${at("m1")}`, ownable });
    if (flip("m1 index")) {
      say(`CREATE ${pick("m1 index is", ["", "UNIQUE"])} INDEX ${id("m1_index")} ON ${at("m1")} (${id("c0")})`);
      make("m1_index", `INDEX ${at("m1_index")}`, { ownable: false });
      if (flip("m1 clustered", 3)) say(`ALTER MATERIALIZED VIEW ${at("m1")} CLUSTER ON ${id("m1_index")}`);
    }
  }
  if (flip("reader")) {
    say(
      `CREATE FUNCTION ${at("reader")}() RETURNS bigint LANGUAGE sql STABLE BEGIN ATOMIC SELECT count(*) FROM ${at(over)}; END`,
    );
    make("reader", `FUNCTION ${at("reader")}()`, { rights: ["EXECUTE"] });
  }
}

import type { World } from "./world.ts";

/** A type that casts to text by an immutable function, so that the column can be used in expressions. */
export const plainType = ({ pick }: World, key: string): string =>
  pick(`${key} plain type`, [
    "text",
    "integer",
    "bigint",
    "varchar(20)",
    "varchar(30)",
    "numeric(10,2)",
    "numeric(12,2)",
  ]);

export function sayConstraints({ flip, pick, at, id, text, say, make, major }: World, key: string): void {
  const table = at(key);
  const constraint = (name: string, definition: string): void => {
    say(`ALTER TABLE ${table} ADD CONSTRAINT ${id(name)} ${definition}`);
    make(name, `CONSTRAINT ${id(name)} ON ${table}`, { ownable: false });
  };
  if (flip(`${key} check`)) {
    const condition = pick(`${key} check is`, [
      `${id("c0")}::text <> ${text(`${key} check text`)}`,
      `${at("ok")}(${id("c0")}::text)`,
      `${id("id")} IS NOT NULL OR ${id("c0")} IS NULL`,
      `${id("c0")} IN ('1', '2')`,
    ]);
    constraint(
      `${key}_check`,
      `CHECK (${condition}) ${pick(`${key} check inherits`, ["", "NO INHERIT"])} ${pick(`${key} check valid`, ["", "NOT VALID", ...(major >= 18 ? ["NOT ENFORCED"] : [])])}`,
    );
  }
  if (flip(`${key} unique`)) {
    const columns = pick(`${key} unique of`, [["c0"], ["c0", "id"], ["id", "c0"]])
      .map(id)
      .join(", ");
    const include = pick(`${key} unique includes`, ["", "", ` INCLUDE (${id("id")})`]);
    constraint(
      `${key}_unique`,
      `UNIQUE ${pick(`${key} unique nulls`, ["", "NULLS NOT DISTINCT"])} (${columns})${columns.includes(id("id")) ? "" : include} ${pick(`${key} unique deferred`, ["", "DEFERRABLE", "DEFERRABLE INITIALLY DEFERRED"])}`,
    );
  }
  if (flip(`${key} exclusion`, 3)) {
    const where = flip(`${key} exclusion where`) ? `WHERE (${id("id")} IS NOT NULL)` : "";
    constraint(
      `${key}_exclusion`,
      `EXCLUDE USING btree (${id("id")} WITH =) ${where} ${pick(`${key} exclusion deferred`, ["", "DEFERRABLE"])}`,
    );
  }
}

/** What PostgreSQL 18 brought: names of NOT NULL constraints, and periods. */
export function sayConstraintsOf18({ flip, pick, at, id, text, say, make, major }: World, key: string): void {
  if (major < 18) return;
  const table = at(key);
  if (flip(`${key} says something of c9`)) {
    const name = pick(`${key} c9 is named`, [`${key}_set`, `${key}_set2`, `${key}_c9_not_null`]);
    const valid = pick(`${key} c9 valid`, ["", "NOT VALID"]);
    say(`ALTER TABLE ${table} ADD ${id("c9")} text`);
    say(
      `ALTER TABLE ${table} ADD CONSTRAINT ${id(name)} NOT NULL ${id("c9")} ${valid} ${pick(`${key} c9 inherits`, ["", "NO INHERIT"])}`,
    );
    make(`${key} c9`, `CONSTRAINT ${id(name)} ON ${table}`, { ownable: false });
  } else if (flip(`${key} c9`))
    say(`ALTER TABLE ${table} ADD ${id("c9")} text ${pick(`${key} c9 required`, ["", "NOT NULL"])}`);
  if (flip(`${key} period`, 3)) {
    say(`ALTER TABLE ${table} ADD ${id("during")} daterange, ADD ${id("span")} int4range`);
    const last = pick(`${key} period is`, [" WITHOUT OVERLAPS", ""]);
    say(`ALTER TABLE ${table} ADD CONSTRAINT ${id(`${key}_period`)} UNIQUE (${id("span")}, ${id("during")}${last})`);
    if (flip(`${key} period refers`))
      say(
        `ALTER TABLE ${table} ADD CONSTRAINT ${id(`${key}_covered`)} FOREIGN KEY (${id("span")}, ${last === "" ? "" : "PERIOD "}${id("during")})
          REFERENCES ${table} (${id("span")}, ${last === "" ? "" : "PERIOD "}${id("during")}) ${pick(`${key} period valid`, ["", "NOT VALID", "NOT ENFORCED"])}`,
      );
    make(`${key} period`, `CONSTRAINT ${id(`${key}_period`)} ON ${table}`, { ownable: false });
    if (flip(`${key} period text`, 4))
      say(`COMMENT ON COLUMN ${table}.${id("span")} IS ${text(`${key} period text is`)}`);
  }
}

export function sayIndexes(world: World, key: string): void {
  const { flip, pick, at, id, text, say, present } = world;
  const c0 = id("c0");
  for (const number of [0, 1]) {
    const question = `${key} index ${number}`;
    if (!flip(question)) continue;
    const unique = pick(`${question} unique`, ["", "UNIQUE"]);
    const method = unique === "" ? pick(`${question} method`, ["btree", "hash", "btree"]) : "btree";
    const expressions = [
      c0,
      `upper(${c0}::text)`,
      `(${c0}::text || ${text(`${question} text`)})`,
      `(${c0}::text) COLLATE "C"`,
      `(${c0}::text) text_pattern_ops`,
      present.has("german") ? `(${c0}::text) COLLATE ${at("german")}` : c0,
    ];
    const orders = method === "btree" ? ["", "DESC", "NULLS FIRST", "DESC NULLS LAST"] : [""];
    const keys = [`${pick(`${question} key`, expressions)} ${pick(`${question} order`, orders)}`];
    if (method === "btree" && flip(`${question} key 2`)) keys.push(id("id"));
    const include = method === "btree" && flip(`${question} includes`, 3) ? `INCLUDE (${c0})` : "";
    const nulls = unique === "" ? "" : pick(`${question} nulls`, ["", "NULLS NOT DISTINCT"]);
    const where = pick(`${question} where`, ["", `WHERE ${id("id")} IS NOT NULL`, `WHERE ${at("ok")}(${c0}::text)`]);
    const parameters = flip(`${question} parameters`, 4) ? "WITH (fillfactor = 60)" : "";
    const name = `${key}_index${number}`;
    say(
      `CREATE ${unique} INDEX ${id(name)} ON ${at(key)} USING ${method} (${keys.join(", ")}) ${include} ${nulls} ${parameters} ${where}`,
    );
    world.make(name, `INDEX ${at(name)}`, { ownable: false });
  }
}

export function saySettings(world: World, key: string): void {
  const { flip, pick, at, id, say } = world;
  const table = `ALTER TABLE ${at(key)}`;
  const c0 = `${table} ALTER ${id("c0")}`;
  if (flip(`${key} statistics`, 4)) say(`${c0} SET STATISTICS ${pick(`${key} statistics is`, [7, 70])}`);
  if (flip(`${key} options`, 4)) say(`${c0} SET (n_distinct = ${pick(`${key} options is`, [3, -0.5])})`);
  if (plainType(world, key).startsWith("text")) {
    const storage = pick(`${key} storage`, ["", "", "EXTERNAL", "MAIN"]);
    if (storage !== "") say(`${c0} SET STORAGE ${storage}`);
    if (flip(`${key} compression`, 5)) say(`${c0} SET COMPRESSION pglz`);
  }
  const index = `${key}_key`;
  const identity = pick(`${key} replica identity`, ["", "", "", "FULL", "NOTHING", `USING INDEX ${id(index)}`]);
  if (identity !== "") say(`${table} REPLICA IDENTITY ${identity}`);
  if (flip(`${key} clustered`, 5)) say(`${table} CLUSTER ON ${id(index)}`);
  if (flip(`${key} secured`)) say(`${table} ENABLE ROW LEVEL SECURITY`);
  if (flip(`${key} secured from its owner`, 4)) say(`${table} FORCE ROW LEVEL SECURITY`);
}

/** Policies, triggers, rules and extended statistics. */
export function sayOnTable(world: World, key: string): void {
  const { flip, pick, some, at, id, text, role, say, make } = world;
  const table = at(key);
  const states = ["ENABLE", "DISABLE", "ENABLE REPLICA", "ENABLE ALWAYS"];
  if (flip(`${key} policy`)) {
    const command = pick(`${key} policy for`, ["ALL", "SELECT", "UPDATE", "DELETE", "INSERT"]);
    const condition = (question: string): string =>
      pick(question, [
        "true",
        `${at("ok")}(${id("c0")}::text)`,
        `${id("c0")}::text = ${text(`${question} text`)}`,
        `EXISTS (SELECT FROM ${at("a")} o WHERE o.${id("id")} IS NOT NULL)`,
      ]);
    const using = command === "INSERT" ? "" : `USING (${condition(`${key} policy using`)})`;
    const check =
      ["SELECT", "DELETE"].includes(command) || (command !== "INSERT" && !flip(`${key} policy checks`))
        ? ""
        : `WITH CHECK (${condition(`${key} policy check`)})`;
    const to = pick(`${key} policy to`, ["PUBLIC", "one", "two"]);
    const names =
      to === "PUBLIC"
        ? "PUBLIC"
        : to === "one"
          ? role(`${key} policy role`)
          : `scenario_reader, ${role(`${key} policy role`)}`;
    say(
      `CREATE POLICY ${id("policy")} ON ${table} AS ${pick(`${key} policy is`, ["PERMISSIVE", "RESTRICTIVE"])} FOR ${command} TO ${names} ${using} ${check}`,
    );
    make(`${key} policy`, `POLICY ${id("policy")} ON ${table}`, { ownable: false });
  }
  if (flip(`${key} trigger`)) {
    const form = pick(`${key} trigger is`, [
      `BEFORE UPDATE ON ${table} FOR EACH ROW`,
      `BEFORE UPDATE OF ${id("c0")} ON ${table} FOR EACH ROW WHEN (new.${id("c0")} IS DISTINCT FROM old.${id("c0")})`,
      `AFTER INSERT OR DELETE ON ${table} FOR EACH STATEMENT`,
      `AFTER UPDATE ON ${table} REFERENCING OLD TABLE AS ${id("c0")} NEW TABLE AS ${id("c1")} FOR EACH STATEMENT`,
    ]);
    const constraint = flip(`${key} trigger is a constraint`, 4);
    const definition = constraint
      ? `CREATE CONSTRAINT TRIGGER ${id("trigger")} AFTER INSERT ON ${table} ${pick(`${key} trigger waits`, ["", "DEFERRABLE INITIALLY DEFERRED"])} FOR EACH ROW`
      : `CREATE TRIGGER ${id("trigger")} ${form}`;
    say(
      `${definition} EXECUTE FUNCTION ${at("touch")}(${some(`${key} trigger says`, [0, 1])
        .map((place) => text(`${key} trigger text ${place}`))
        .join(", ")})`,
    );
    say(`ALTER TABLE ${table} ${pick(`${key} trigger state`, states)} TRIGGER ${id("trigger")}`);
    make(`${key} trigger`, `TRIGGER ${id("trigger")} ON ${table}`, { ownable: false });
  }
  if (flip(`${key} rule`, 4)) {
    const action = pick(`${key} rule does`, [
      `WHERE old.${id("id")} IS NULL DO INSTEAD NOTHING`,
      `DO ALSO NOTIFY ${id("note")}`,
      `WHERE old.${id("id")} IS NULL DO ALSO DELETE FROM ${at("a")}`,
    ]);
    say(`CREATE RULE ${id("rule")} AS ON DELETE TO ${table} ${action}`);
    say(`ALTER TABLE ${table} ${pick(`${key} rule state`, states)} RULE ${id("rule")}`);
    make(`${key} rule`, `RULE ${id("rule")} ON ${table}`, { ownable: false });
  }
  if (flip(`${key} extended`, 4)) {
    const name = `${key}_extended`;
    const of = pick(`${key} extended of`, [
      `${id("id")}, ${id("c0")}`,
      `${id("id")}, upper(${id("c0")}::text)`,
      `(${id("c0")}::text || 'x')`,
    ]);
    const kinds = of.startsWith("(") ? "" : pick(`${key} extended kinds`, ["", "(ndistinct)", "(mcv, dependencies)"]);
    say(`CREATE STATISTICS ${at(name)} ${kinds} ON ${of} FROM ${table}`);
    if (flip(`${key} extended target`)) say(`ALTER STATISTICS ${at(name)} SET STATISTICS 9`);
    make(name, `STATISTICS ${at(name)}`);
  }
}

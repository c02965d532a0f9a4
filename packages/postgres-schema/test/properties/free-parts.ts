import type { FreeRelation, FreeWorld } from "./free-types.ts";
import type { World } from "./world.ts";

/** Keys, checks, indexes, policies, triggers and what else hangs on a table. */
export function sayOnFreeTable(world: FreeWorld, { key, columns }: FreeRelation): void {
  const { flip, pick, at, id, say, make, shown } = world;
  const names = [...columns.keys()];
  if (names.length === 0) return;
  const table = at(key);
  const one = (question: string): string => pick(`${key} ${question} of`, names);
  const shows = (name: string): readonly string[] =>
    columns.get(name) === shown?.takes ? [`${at("shown")}(${id(name)})`] : [];
  make(key, `TABLE ${table}`, { rights: ["SELECT", "UPDATE"] });
  if (flip(`${key} key`, 3))
    say(
      `ALTER TABLE ${table} ADD ${pick(`${key} key is named`, [`CONSTRAINT ${id(`${key}_key`)}`, ""])} ${pick(`${key} key is`, ["PRIMARY KEY", "UNIQUE"])} (${id(one("key"))})`,
    );
  if (flip(`${key} check`, 3)) {
    const name = one("check");
    const condition = pick(`${key} check is`, [
      `${id(name)} IS NOT NULL`,
      `${id(name)}::text <> 'w'`,
      ...shows(name).map((call) => `${call} IS NOT NULL`),
    ]);
    say(
      `ALTER TABLE ${table} ADD CONSTRAINT ${id(`${key}_check`)} CHECK (${condition}) ${pick(`${key} check rest`, ["", "", "NOT VALID", "NO INHERIT"])}`,
    );
  }
  for (const number of [0, 1]) {
    const question = `index ${number}`;
    if (!flip(`${key} ${question}`, 3)) continue;
    const name = one(question);
    const indexed = pick(`${key} ${question} is`, [
      id(name),
      `(${id(name)} IS NULL)`,
      ...shows(name).map((call) => `(${call})`),
    ]);
    const where = pick(`${key} ${question} where`, ["", "", `WHERE ${id(name)} IS NOT NULL`]);
    const named = pick(`${key} ${question} is named`, [id(`${key}_${number}`), ""]);
    say(
      `CREATE ${pick(`${key} ${question} unique`, ["", "", "UNIQUE"])} INDEX ${named} ON ${table} (${indexed} ${pick(`${key} ${question} order`, ["", "DESC"])}) ${where}`,
    );
  }
  if (flip(`${key} policy`, 4)) {
    say(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
    say(
      `CREATE POLICY ${id("policy")} ON ${table} ${pick(`${key} policy for`, ["", "FOR SELECT"])} USING (${id(one("policy"))} IS NOT NULL)`,
    );
  }
  if (flip(`${key} trigger`, 4)) sayTrigger(world, key, id(one("trigger")));
  if (flip(`${key} comment`, 4))
    say(`COMMENT ON COLUMN ${table}.${id(one("comment"))} IS '${pick(`${key} comment is`, ["k", "l"])}'`);
  if (flip(`${key} statistics`, 5))
    // Plain columns are kept in the order of the table, which is not part of a schema.
    say(
      `CREATE STATISTICS ${at(`${key}_extended`)} ON (${id(one("statistics"))} IS NULL), (${id(one("statistics 2"))} IS NOT NULL) FROM ${table}`,
    );
  if (flip(`${key} rights`, 5))
    say(`GRANT ${pick(`${key} right`, ["SELECT", "UPDATE"])} (${id(one("rights"))}) ON ${table} TO PUBLIC`);
}

function sayTrigger({ flip, pick, at, id, say }: World, key: string, column: string): void {
  const fired = at(`${key}_fired`);
  say(
    `CREATE FUNCTION ${fired}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN ${pick(`${key} fired gives`, ["NEW", "NULL"])}; END'`,
  );
  const events = pick(`${key} trigger on`, ["INSERT", "UPDATE", `UPDATE OF ${column}`, "INSERT OR DELETE"]);
  const when = flip(`${key} trigger when`) ? `WHEN (NEW.${column} IS NOT NULL)` : "";
  say(
    `CREATE TRIGGER ${id("trigger")} ${pick(`${key} trigger is`, ["BEFORE", "AFTER"])} ${events} ON ${at(key)} FOR EACH ROW ${when} EXECUTE FUNCTION ${fired}()`,
  );
}

import type { World } from "./world.ts";

/** Objects of text search. */
export function sayTextSearch({ flip, pick, some, at, say, make, present }: World): void {
  if (flip("template")) {
    say(`CREATE TEXT SEARCH TEMPLATE ${at("template")} (INIT = dsimple_init, LEXIZE = dsimple_lexize)`);
    make("template", `TEXT SEARCH TEMPLATE ${at("template")}`, { ownable: false });
  }
  if (flip("parser")) {
    say(
      `CREATE TEXT SEARCH PARSER ${at("parser")} (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype)`,
    );
    make("parser", `TEXT SEARCH PARSER ${at("parser")}`, { ownable: false });
  }
  if (flip("dictionary")) {
    const template = flip("dictionary template") && present.has("template") ? at("template") : "simple";
    say(
      `CREATE TEXT SEARCH DICTIONARY ${at("dictionary")} (TEMPLATE = ${template} ${pick("dictionary accepts", ["", ", accept = false", ", stopwords = english"])})`,
    );
    make("dictionary", `TEXT SEARCH DICTIONARY ${at("dictionary")}`);
  }
  if (!flip("configuration")) return;
  const parser = flip("configuration parser") && present.has("parser") ? at("parser") : "pg_catalog.default";
  say(`CREATE TEXT SEARCH CONFIGURATION ${at("configuration")} (PARSER = ${parser})`);
  const dictionaries = ["simple", ...(present.has("dictionary") ? [at("dictionary")] : []), "english_stem"];
  for (const token of some("tokens", ["word", "email", "asciiword"])) {
    const chosen = some(`${token} in`, dictionaries);
    say(
      `ALTER TEXT SEARCH CONFIGURATION ${at("configuration")} ADD MAPPING FOR ${token} WITH ${chosen.length === 0 ? "simple" : chosen.join(", ")}`,
    );
  }
  make("configuration", `TEXT SEARCH CONFIGURATION ${at("configuration")}`);
}

/** Wrappers, servers, user mappings and foreign tables. */
export function sayForeign(world: World): void {
  const { flip, pick, at, id, text, say, make, role } = world;
  if (!flip("wrapper")) return;
  const options = (key: string): string => {
    const chosen = world.some(key, ["one", "c0", "c1"]).map((name) => `${id(name)} ${text(`${key} ${name}`)}`);
    return chosen.length === 0 ? "" : `OPTIONS (${chosen.join(", ")})`;
  };
  say(`CREATE FOREIGN DATA WRAPPER ${id("wrapper")} ${options("wrapper options")}`);
  make("wrapper", `FOREIGN DATA WRAPPER ${id("wrapper")}`, { rights: ["USAGE"], ownable: false });
  if (!flip("server")) return;
  say(`CREATE SERVER ${id("server")} ${flip("server type") ? `TYPE ${text("server type is")}` : ""} ${flip("server version") ? `VERSION ${text("server version is")}` : ""}
    FOREIGN DATA WRAPPER ${id("wrapper")} ${options("server options")}`);
  make("server", `SERVER ${id("server")}`, { rights: ["USAGE"], grantable: `FOREIGN SERVER ${id("server")}` });
  if (flip("mapping"))
    say(
      `CREATE USER MAPPING FOR ${pick("mapping for", ["PUBLIC", role("mapping of")])} SERVER ${id("server")} ${options("mapping options")}`,
    );
  if (!flip("far")) return;
  say(`CREATE FOREIGN TABLE ${at("far")} (${id("c0")} ${pick("far type", ["integer", "text"])} ${options("far column")} ${pick("far required", ["", "NOT NULL"])})
    SERVER ${id("server")} ${options("far options")}`);
  make("far", `FOREIGN TABLE ${at("far")}`, { rights: ["SELECT", "INSERT"], grantable: `TABLE ${at("far")}` });
}

/** Event triggers, publications, default privileges and extensions. */
export function sayDatabase(world: World): void {
  const { flip, pick, some, at, id, say, make, present } = world;
  if (flip("event")) {
    say(`CREATE FUNCTION ${at("noted")}() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'`);
    const tags = some("event tags", ["'DROP TABLE'", "'ALTER TABLE'"]);
    const filter = tags.length === 0 ? "" : `WHEN TAG IN (${tags.join(", ")})`;
    say(
      `CREATE EVENT TRIGGER ${id("event")} ON ${pick("event on", ["ddl_command_end", "sql_drop"])} ${filter} EXECUTE FUNCTION ${at("noted")}()`,
    );
    say(
      `ALTER EVENT TRIGGER ${id("event")} ${pick("event state", ["ENABLE", "DISABLE", "ENABLE REPLICA", "ENABLE ALWAYS"])}`,
    );
    make("event", `EVENT TRIGGER ${id("event")}`, { ownable: false });
  }
  if (flip("publication")) {
    const members = [
      ...(present.has("a")
        ? [
            pick("publishes a", [
              "",
              `TABLE ${at("a")}`,
              `TABLE ${at("a")} (${id("id")}, ${id("c0")})`,
              `TABLE ${at("a")} WHERE (${id("id")} IS NOT NULL)`,
            ]),
          ]
        : []),
      ...(present.has("b") ? [pick("publishes b", ["", `TABLE ${at("b")}`])] : []),
      ...(present.has("p") ? [pick("publishes p", ["", `TABLE ${at("p")}`])] : []),
    ].filter((member) => member !== "");
    // A list of columns cannot stand beside a whole schema.
    const whole =
      present.has("two") && flip("publishes two") && !members.some((member) => member.includes(`(${id("id")},`));
    const all = [...members, ...(whole ? [`TABLES IN SCHEMA ${id("two")}`] : [])];
    const published = flip("publishes all", 6) ? "FOR ALL TABLES" : all.length === 0 ? "" : `FOR ${all.join(", ")}`;
    const options = [
      ...some("publishes", ["publish = 'insert, truncate'", "publish_via_partition_root = true"]),
      ...(world.major >= 18 && flip("publishes generated") ? ["publish_generated_columns = stored"] : []),
    ];
    say(
      `CREATE PUBLICATION ${id("publication")} ${published} ${options.length === 0 ? "" : `WITH (${options.join(", ")})`}`,
    );
    make("publication", `PUBLICATION ${id("publication")}`);
  }
}

/** Default privileges come first or last: objects that are made after them get what they give. */
export function sayDefaultPrivileges({ flip, pick, id, role, say }: World): void {
  for (const [objects, rights] of [
    ["TABLES", "SELECT"],
    ["SEQUENCES", "USAGE"],
    ["FUNCTIONS", "EXECUTE"],
    ["TYPES", "USAGE"],
  ] as const) {
    const key = `default ${objects}`;
    if (!flip(key, 4)) continue;
    say(
      `ALTER DEFAULT PRIVILEGES ${pick(`${key} in`, ["", `IN SCHEMA ${id("one")}`])} GRANT ${rights} ON ${objects} TO ${role(`${key} to`)}`,
    );
    if (objects === "FUNCTIONS" || objects === "TYPES")
      if (flip(`${key} revoked`)) say(`ALTER DEFAULT PRIVILEGES REVOKE ${rights} ON ${objects} FROM PUBLIC`);
  }
}

export const sayExtension = ({ flip, say, at, id }: World): void => {
  if (!flip("extension")) return;
  say(`CREATE EXTENSION citext SCHEMA ${id("one")}`);
  if (flip("extension used")) say(`CREATE TABLE ${at("cited")} (${id("c0")} ${id("one")}.citext)`);
};

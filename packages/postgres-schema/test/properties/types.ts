import type { World } from "./world.ts";

/** Enums, domains, composite and range types, collations and sequences. */
export function sayTypes(world: World): void {
  const { flip, pick, at, id, text, say, make, present } = world;
  if (flip("german")) {
    say(`CREATE COLLATION ${at("german")} (LOCALE = ${pick("german locale", ["'C'", "'POSIX'"])})`);
    make("german", `COLLATION ${at("german")}`);
  }
  if (flip("counter")) {
    say(`CREATE SEQUENCE ${at("counter")} ${sequenceOptions(world, "counter")}`);
    make("counter", `SEQUENCE ${at("counter")}`, { rights: ["USAGE", "SELECT", "UPDATE"] });
  }
  for (const key of ["mood", "two_tone"])
    if (flip(key) && present.has(key === "mood" ? "one" : "two")) {
      const labels = enumLabels(world, key);
      say(`CREATE TYPE ${at(key)} AS ENUM (${labels.join(", ")})`);
      make(key, `TYPE ${at(key)}`, { rights: ["USAGE"] });
    }
  if (flip("code")) {
    // A new column has the default at once, so it must be a value of the domain.
    const initial = `left('xy' || ${text("code default is")}, 20)`;
    say(`CREATE DOMAIN ${at("code")} AS ${pick("code type", ["text", "varchar(20)", "varchar(40)"])}
      ${pick("code collation", ["", 'COLLATE "C"', present.has("german") ? `COLLATE ${at("german")}` : ""])}
      ${flip("code default") ? `DEFAULT ${initial}` : ""} ${pick("code not null", ["", "NOT NULL", ...(world.major >= 18 ? [`CONSTRAINT ${id("filled")} NOT NULL`] : [])])}
      ${flip("code check") ? `CONSTRAINT ${id("check")} CHECK (VALUE <> ${text("code check is")})` : ""}
      ${flip("code check 2") ? `CONSTRAINT ${id("check2")} CHECK (length(VALUE) > ${pick("code check 2 is", [0, 1])})` : ""}`);
    if (flip("code late"))
      say(
        `ALTER DOMAIN ${at("code")} ADD CONSTRAINT ${id("late")} CHECK (VALUE <> 'x') ${pick("code valid", ["", "NOT VALID"])}`,
      );
    make("code", `DOMAIN ${at("code")}`, { rights: ["USAGE"], grantable: `TYPE ${at("code")}` });
    if (flip("deep")) {
      say(`CREATE DOMAIN ${at("deep")} AS ${at("code")} ${flip("deep check") ? "CHECK (VALUE <> 'deep')" : ""}`);
      make("deep", `DOMAIN ${at("deep")}`, { rights: ["USAGE"], grantable: `TYPE ${at("deep")}` });
    }
  }
  if (flip("pair")) {
    const attributes = ["integer", ...attributeTypes(world)].map((type, place) => `${id(`c${place}`)} ${type}`);
    say(`CREATE TYPE ${at("pair")} AS (${attributes.join(", ")})`);
    make("pair", `TYPE ${at("pair")}`, { rights: ["USAGE"] });
    if (flip("pair comment")) say(`COMMENT ON COLUMN ${at("pair")}.${id("c0")} IS ${text("pair comment is")}`);
  }
  if (flip("span")) {
    say(`CREATE TYPE ${at("span")} AS RANGE (SUBTYPE = ${pick("span of", ["float8", "text"])})`);
    make("span", `TYPE ${at("span")}`, { rights: ["USAGE"] });
  }
}

export const sequenceOptions = ({ pick }: World, key: string): string =>
  [
    pick(`${key} type`, ["", "AS integer", "AS smallint"]),
    pick(`${key} increment`, ["", "INCREMENT 3", "INCREMENT -1"]),
    pick(`${key} minimum`, ["", "MINVALUE -20"]),
    pick(`${key} maximum`, ["", "MAXVALUE 30000"]),
    pick(`${key} cache`, ["", "CACHE 5"]),
    pick(`${key} cycle`, ["", "CYCLE"]),
  ].join(" ");

/** Labels of which `'v0'` is always one. */
export function enumLabels({ flip, pick, text }: World, key: string): readonly string[] {
  const all = [
    "'v0'",
    ...(flip(`${key} v1`) ? ["'v1'"] : []),
    ...(flip(`${key} hostile`) ? [text(`${key} label`)] : []),
  ];
  return pick(`${key} order`, [all, [...all].reverse(), [...all, "'last'"], ["'first'", ...all]]);
}

function* attributeTypes({ flip, at, present }: World): Iterable<string> {
  if (flip("pair c1")) yield flip("pair c1 is collated") ? 'text COLLATE "C"' : "text";
  if (flip("pair c2") && present.has("mood")) yield at("mood");
  if (flip("pair c3")) yield flip("pair c3 is wide") ? "bigint" : "numeric(9,2)";
}

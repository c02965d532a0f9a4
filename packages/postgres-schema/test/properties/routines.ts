import type { World } from "./world.ts";

const execute = { rights: ["EXECUTE"] };

/** Functions, procedures, aggregates, operators with their classes, casts, conversions and access methods. */
export function sayRoutines(world: World): void {
  const { flip, pick, at, id, text, say, make, present } = world;
  // What checks, policies, indexes and triggers call is always there, with another body now and then. Everyone may call it:
  // PostgreSQL builds an index as the owner of its table.
  say(`CREATE FUNCTION ${at("ok")}(${id("c0")} text) RETURNS boolean LANGUAGE sql ${pick("ok volatility", ["IMMUTABLE", "IMMUTABLE STRICT PARALLEL SAFE"])}
    AS $ok$ SELECT $1 <> ${text("ok body")} $ok$`);
  say(`GRANT EXECUTE ON FUNCTION ${at("ok")}(text) TO PUBLIC`);
  make("ok", `FUNCTION ${at("ok")}(text)`, { ...execute, everyones: true });
  say(`CREATE FUNCTION ${at("touch")}() RETURNS trigger LANGUAGE plpgsql ${pick("touch", ["", "SECURITY DEFINER SET search_path = ''", "COST 7"])}
    AS $touch$ BEGIN ${pick("touch body", ["RETURN NEW;", "RETURN OLD; -- $$\n"])} END $touch$`);
  make("touch", `FUNCTION ${at("touch")}()`, execute);
  if (flip("answer")) {
    const result = pick("answer gives", [
      "integer",
      "text",
      "TABLE (x integer)",
      present.has("mood") ? at("mood") : "bigint",
    ]);
    say(`CREATE FUNCTION ${at("answer")}(${pick("answer takes", ["a integer", `${id("c1")} integer`, "a integer DEFAULT 1"])}) RETURNS ${result}
      LANGUAGE plpgsql ${pick("answer is", ["", "STABLE", "LEAKPROOF"])} AS ${text("answer body").startsWith("E") ? "'BEGIN END'" : "$f$ BEGIN END $f$"}`);
    make("answer", `FUNCTION ${at("answer")}(integer)`, execute);
  }
  if (flip("answer of text")) {
    say(
      `CREATE FUNCTION ${at("answer")}(text) RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT ${pick("answer of text is", ["$1", "upper($1)"])}; END`,
    );
    make("answer2", `FUNCTION ${at("answer")}(text)`, execute);
  }
  if (flip("work")) {
    say(
      `CREATE PROCEDURE ${at("work")}(VARIADIC ${id("c2")} integer[]) LANGUAGE plpgsql AS $p$ BEGIN ${pick("work body", ["", "COMMIT;"])} END $p$`,
    );
    make("work", `PROCEDURE ${at("work")}(integer[])`, execute);
  }
  if (flip("total")) {
    say(`CREATE AGGREGATE ${at("total")}(${pick("total takes", ["integer", `${id("c0")} integer`])}) (sfunc = int4pl, stype = integer
      ${pick("total starts", ["", ", initcond = '0'", ", initcond = '-1'"])} ${pick("total is", ["", ", parallel = safe"])})`);
    make("total", `AGGREGATE ${at("total")}(integer)`, { ...execute, grantable: `FUNCTION ${at("total")}(integer)` });
  }
  sayOperators(world);
  sayCasts(world);
}

function sayOperators({ flip, pick, at, id, say, make }: World): void {
  if (flip("same")) {
    say(`CREATE FUNCTION ${at("same")}(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2'`);
    make("same", `FUNCTION ${at("same")}(text, text)`, execute);
    say(`CREATE OPERATOR ${id("one")}.=== (FUNCTION = ${at("same")}, LEFTARG = text, RIGHTARG = text, COMMUTATOR = OPERATOR(${id("one")}.===)
      ${pick("same is", ["", ", RESTRICT = eqsel", ", HASHES"])})`);
    make("===", `OPERATOR ${id("one")}.=== (text, text)`);
  }
  if (flip("family")) {
    say(`CREATE OPERATOR FAMILY ${at("family")} USING btree`);
    make("family", `OPERATOR FAMILY ${at("family")} USING btree`);
  }
  if (flip("class")) {
    const family = flip("class is of a family") && flip("family") ? `FAMILY ${at("family")}` : "";
    say(`CREATE OPERATOR CLASS ${at("class")} FOR TYPE integer USING btree ${family} AS
      OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer)`);
    make("class", `OPERATOR CLASS ${at("class")} USING btree`);
  }
}

function sayCasts({ flip, pick, at, id, say, make, present }: World): void {
  if (flip("cast") && present.has("pair")) {
    say(`CREATE CAST (${at("pair")} AS integer) ${pick("cast with", ["WITH INOUT", "WITH INOUT AS ASSIGNMENT"])}`);
    make("cast", `CAST (${at("pair")} AS integer)`, { ownable: false });
  }
  if (flip("conversion")) {
    say(
      `CREATE CONVERSION ${at("conversion")} FOR ${pick("conversion from", ["'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8", "'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1"])}`,
    );
    make("conversion", `CONVERSION ${at("conversion")}`);
  }
  if (flip("method")) {
    say(`CREATE ACCESS METHOD ${id("method")} TYPE TABLE HANDLER heap_tableam_handler`);
    make("method", `ACCESS METHOD ${id("method")}`, { ownable: false });
  }
}

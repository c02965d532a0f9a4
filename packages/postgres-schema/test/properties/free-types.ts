import { escapeLiteral } from "pg";
import type { World } from "./world.ts";

/** A table or a view, and the types of its columns: "" where it does not matter. */
export interface FreeRelation {
  readonly key: string;
  readonly columns: ReadonlyMap<string, string>;
}

/** A world with what columns can be made of. */
export interface FreeWorld extends World {
  readonly often: (question: string) => boolean;
  /** Values of a type, as SQL. */
  readonly constants: ReadonlyMap<string, readonly string[]>;
  /** The types that the schema has made. */
  readonly own: readonly string[];
  /** Calls of functions and of sequences, for columns of numbers. */
  readonly numbers: readonly string[];
  /** The function `f`, if there is one. */
  readonly shown: { readonly takes: string; readonly gives: string } | null;
}

const plain = [
  ["integer", ["1", "2"]],
  ["bigint", ["3"]],
  ["text", ["'x'", "'y'"]],
  ["numeric", ["1.5"]],
  ["boolean", ["true"]],
  ["date", ["'2020-01-01'"]],
] as const;

/** Types, a sequence and functions, each of which may be on one side alone or another one. */
export function sayMaterials(world: World): FreeWorld {
  const { flip, pick, at, id, say, make } = world;
  const constants = new Map<string, readonly string[]>(plain);
  const own: string[] = [];
  const keep = (key: string, values: readonly string[], word = "TYPE"): void => {
    own.push(at(key));
    constants.set(at(key), values);
    make(key, `${word} ${at(key)}`);
  };
  if (flip("mood")) {
    say(
      `CREATE TYPE ${at("mood")} AS ENUM (${pick("mood has", ["'a', 'b'", "'a', 'b', 'c'", "'b', 'a'", "'a', 'z', 'b'"])})`,
    );
    keep("mood", ["'a'", "'b'"]);
  }
  if (flip("code")) {
    const base = pick("code is of", ["integer", "text", ...own]);
    const values = constants.get(base) ?? [];
    const initial = flip("code has a default", 3) ? `DEFAULT ${pick("code default", values)}` : "";
    const check = pick("code check", [
      "",
      "CHECK (VALUE IS NOT NULL)",
      `CONSTRAINT ${id("checked")} CHECK (VALUE::text <> 'q')`,
    ]);
    say(`CREATE DOMAIN ${at("code")} AS ${base} ${initial} ${pick("code required", ["", "", "NOT NULL"])} ${check}`);
    keep("code", values, "DOMAIN");
  }
  if (flip("pair")) {
    const attributes = ["p", "q", "r"].filter((key) => key === "p" || flip(`pair ${key}`));
    const types = [...constants.keys()];
    say(
      `CREATE TYPE ${at("pair")} AS (${attributes.map((key) => `${id(key)} ${pick(`pair ${key} is`, types)}`).join(", ")})`,
    );
    keep("pair", ["NULL"]);
  }
  if (flip("span", 4)) {
    say(`CREATE TYPE ${at("span")} AS RANGE (subtype = ${pick("span of", ["integer", "numeric", "date"])})`);
    keep("span", ["NULL"]);
  }
  const numbers: string[] = [];
  if (flip("counter")) {
    say(`CREATE SEQUENCE ${at("counter")} ${pick("counter is", ["", "START 5", "INCREMENT 2", "AS integer"])}`);
    numbers.push(`nextval(${escapeLiteral(at("counter"))})`);
  }
  if (flip("given")) {
    say(
      `CREATE FUNCTION ${at("given")}() RETURNS integer LANGUAGE sql ${pick("given is", volatilities)} ${body(world, "given", pick("given gives", ["1", "2"]))}`,
    );
    numbers.push(`${at("given")}()`);
  }
  return {
    ...world,
    often: (question) => pick(question, [false, true, true, true]),
    constants,
    own,
    numbers,
    shown: flip("shown") ? sayShown(world, own) : null,
  };
}

const volatilities = ["IMMUTABLE", "IMMUTABLE", "STABLE", "VOLATILE"];

const body = ({ flip }: World, key: string, value: string): string =>
  flip(`${key} is read`) ? `RETURN ${value}` : `AS $f$ SELECT ${value} $f$`;

/** A function that shows one value, for indexes, checks, views and columns that are generated. */
function sayShown(world: World, own: readonly string[]): NonNullable<FreeWorld["shown"]> {
  const { pick, at, id, say } = world;
  const takes = pick("shown takes", ["integer", "text", ...own]);
  const gives = pick("shown gives", ["text", "integer"]);
  const value = gives === "text" ? `${id("v")}::text` : "1";
  say(
    `CREATE FUNCTION ${at("shown")}(${id("v")} ${takes}) RETURNS ${gives} LANGUAGE sql ${pick("shown is", ["IMMUTABLE", "IMMUTABLE STRICT"])} ${body(world, "shown", value)}`,
  );
  return { takes, gives };
}

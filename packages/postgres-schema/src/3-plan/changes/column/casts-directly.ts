import { splitType } from "../../../schema/split-type.ts";

const families: readonly (readonly string[])[] = [
  ["smallint", "integer", "bigint", "numeric", "real", "double precision"],
  ["date", "timestamp with time zone", "timestamp without time zone"],
  ["time with time zone", "time without time zone"],
  ["json", "jsonb"],
  ["inet", "cidr"],
  ["integer", "boolean"],
  ["money", "numeric"],
];

/** Casts that there are, or that are safe, one way alone, by the types' own names. */
const oneWay: readonly (readonly [string, string])[] = [
  // The number that the bits are, and not the one that their digits look like. The other way a cast cuts bits without a word.
  ["bit", "integer"],
  ["bit", "bigint"],
  ["hstore", "json"],
  ["hstore", "jsonb"],
  ["int4range", "int4multirange"],
  ["int8range", "int8multirange"],
  ["numrange", "nummultirange"],
  ["daterange", "datemultirange"],
  ["tsrange", "tsmultirange"],
  ["tstzrange", "tstzmultirange"],
];

/**
 * Whether PostgreSQL has a cast between two types that means what one expects. Where it has none the value goes through
 * its text, which every type has, and which fails on a value that does not read as the new type.
 */
export function castsDirectly(from: string, to: string): boolean {
  const before = splitType(from).base;
  const after = splitType(to).base;
  if (before === after || isText(before) || isText(after)) return true;
  return (
    families.some((family) => family.includes(before) && family.includes(after)) ||
    oneWay.some(([one, other]) => ownName(before) === one && ownName(after) === other)
  );
}

/** A type's name without its schema: an extension may be in any. */
const ownName = (type: string): string => type.slice(type.lastIndexOf(".") + 1);

const isText = (type: string): boolean => type === "text" || type === "character varying";

import { type DatabaseSchema, objectsOfKind } from "../../../schema/database-schema.ts";
import { idOf } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Routine, SchemaObject } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { withBareStrings } from "../../../sql/bare-strings.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { readRoutine } from "../../../sql/read-routine.ts";
import { lastStatementOf, resultList } from "../../../sql/result-list.ts";
import { endOfParentheses, splitAt, unquotedCharacters, wordsOutside } from "../../../sql/unquoted-characters.ts";
import type { MovedColumns } from "./moved-columns.ts";

/** What goes by the places of a table's columns, and where it does. */
export interface UseByPlace extends MovedColumns {
  readonly object: SchemaObject;
  readonly use: string;
}

/**
 * What goes by the places of columns that stand otherwise in the table that there is: made or left as it is written, it would
 * take one column for another.
 */
export function columnsByPlace(after: DatabaseSchema, moved: readonly MovedColumns[]): readonly UseByPlace[] {
  if (moved.length === 0) return [];
  const functions = objectsOfKind(after, "function");
  const tables = new Map(moved.map((each) => [idOf(each.table), searchFor(each, functions)]));
  const holders = new Map<ObjectId, Search>();
  for (const object of after.objects.values()) {
    const search = object.kind === "column" && object.typeObject !== null ? tables.get(object.typeObject) : undefined;
    if (search !== undefined) holders.set(idOf(object), search);
    if (object.kind !== "function") continue;
    for (const each of tables.values()) if (each.isArgumentOf(object.arguments)) holders.set(idOf(object), each);
  }
  return [...after.objects.values()].flatMap((object) => {
    const references = referencesOf(object);
    const found = new Set(references.flatMap((id) => tables.get(id) ?? holders.get(id) ?? []));
    if (object.kind === "function")
      for (const each of tables.values()) if (each.isResultOf(object.signature)) found.add(each);
    return [...found].flatMap((search) => {
      const use = search.useIn(
        object,
        references.some((id) => holders.get(id) === search),
      );
      return use === null ? [] : [{ ...search.moved, object, use }];
    });
  });
}

/** A search for uses of one table. */
interface Search {
  readonly moved: MovedColumns;
  isArgumentOf(types: readonly string[]): boolean;
  isResultOf(signature: string): boolean;
  /** What in an object goes by place. `asType`: it calls or fills what takes a row of the table. */
  useIn(object: SchemaObject, asType: boolean): string | null;
}

const alias = String.raw`("(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)`;
const comparison = String.raw`(?:\*?(?:=|<>|<=|>=|<|>)|IS (?:NOT )?DISTINCT FROM|IN \()`;

function searchFor(moved: MovedColumns, functions: readonly Routine[]): Search {
  const { table, built } = moved;
  const name = qualified(table.schema, table.name).text;
  const written = literally(name);
  const result = new RegExp(` RETURNS (SETOF )?${written}$`);
  const isResultOf = (signature: string): boolean => result.test(signature);
  const giving = functions.flatMap(({ schema, name: called, signature }) =>
    isResultOf(signature) ? [qualified(schema, called).text] : [],
  );
  const aliasList = new RegExp(`(?<![\\w."$])${written} ${alias}\\(`, "u");
  const cast = new RegExp(`::${written}(\\[\\])?(?![\\w."$(])`, "gu");
  const names = new RegExp(`(?<![\\w."$])${written}(?![\\w."$(])(?: AS)?(?: ${alias})?`, "gu");
  const useInText = (text: string, object: SchemaObject, asType: boolean): string | null => {
    if (aliasList.test(text)) return "list of other names for columns";
    if ([...text.matchAll(cast)].some(({ index }) => isMadeByPlace(text.slice(0, index))))
      return "cast to the rows of a table";
    // A word in capitals is none of its names: PostgreSQL would have written that in quotes.
    const aliases = new Set(
      [...text.matchAll(names)].map(([, other = ""]) => (/^[A-Z]*$/.test(other) ? ident(table.name).text : other)),
    );
    if ("table" in object && object.schema === table.schema && object.table === table.name)
      for (const row of ["new", "old"]) aliases.add(row);
    if (listsAfterParentheses(text).some(({ called, inside }) => isListByPlace(called, inside, { name, giving })))
      return "list of other names for columns";
    for (const { before, entries, after: rest } of rowsIn(text)) {
      if (entries !== built.length) continue;
      if (asType && !isComparedWithRow(before, rest)) return "list of values in the place of a row of a table";
      if (comparedWith(before, rest).some((other) => aliases.has(other)))
        return "comparison of a row of a table with a list of values";
    }
    for (const [, left, right] of text.matchAll(wholeRowsCompared))
      if (left !== undefined && right !== undefined && aliases.has(left) !== aliases.has(right))
        return "comparison of the rows of two tables";
    return null;
  };
  return {
    moved,
    isArgumentOf: (types) => types.some((type) => type === name || type === `${name}[]`),
    isResultOf,
    useIn: (object, asType) => {
      if (object.kind === "setting")
        return object.on === idOf(table) && object.attribute === "of_type" ? "type that a table is of" : null;
      if (object.kind === "aggregate" && startsByPlace(object.options, name))
        return "row that an aggregate starts with";
      for (const text of textsOf(object)) {
        const use = useInText(withBareStrings(text), object, asType);
        if (use !== null) return use;
      }
      return object.kind === "function" && isResultOf(object.signature) && givesRowByPlace(object.definition)
        ? "list of values that is given as a row of a table"
        : null;
    },
  };
}

/** The SQL that an object is made of. */
const textsOf = (object: SchemaObject): readonly string[] => {
  switch (object.kind) {
    case "view":
    case "materialized_view":
    case "rule":
    case "function":
    case "trigger":
      return [object.definition];
    case "check":
    case "domain_check":
    case "default":
      return [object.expression];
    case "policy":
      return [object.using ?? "", object.check ?? ""];
    case "column":
      return [object.generated ?? ""];
    case "index":
      return [...object.keys.map((key) => key.expression ?? ""), object.where ?? ""];
    case "exclusion":
    case "statistics":
      return [object.definition];
    default:
      return [];
  }
};

const startsByPlace = (options: readonly string[], row: string): boolean =>
  ["", "M"].some(
    (moving) =>
      options.includes(`${moving}STYPE = ${row}`) &&
      options.some((option) => option.startsWith(`${moving}INITCOND = `)),
  );

/** Whether what a cast has before it is anything but a row of a table, no value at all or an empty array. */
const isMadeByPlace = (before: string): boolean => !/(?:\.\*\)?|\bNULL|'\{\}')$/.test(before);

const wholeRowsCompared = new RegExp(`${alias}\\.\\*\\)? ${comparison} \\(?${alias}\\.\\*`, "gu");
const wholeRowBefore = new RegExp(`${alias}\\.\\*\\)? ${comparison} ?\\(*$`, "u");
const wholeRowAfter = new RegExp(`^\\)* ${comparison} \\(*${alias}\\.\\*`, "u");

/** The tables that a row is compared with: their names in the query. */
const comparedWith = (before: string, after: string): readonly string[] =>
  [wholeRowBefore.exec(before)?.[1], wholeRowAfter.exec(after)?.[1]].flatMap((name) => name ?? []);

const isComparedWithRow = (before: string, after: string): boolean =>
  new RegExp(`ROW\\([^()]*\\) ${comparison} $`, "u").test(before) ||
  new RegExp(`^ ${comparison} ROW\\(`, "u").test(after);

/** Every `ROW(…)`: how many values it has, what stands before it and what behind it. Rows of nothing but NULL are left out. */
function rowsIn(
  text: string,
): readonly { readonly before: string; readonly entries: number; readonly after: string }[] {
  return [...text.matchAll(/(?<![\w.$"])ROW\(/g)].flatMap(({ index }) => {
    const end = endOfParentheses(text, index + "ROW".length);
    const values = text.slice(index + "ROW(".length, end - 1);
    if (/^(?:NULL(?:::[^,]*)?(?:, )?)*$/.test(values)) return [];
    return [{ before: text.slice(0, index), entries: splitAt(values, ",").length, after: text.slice(end) }];
  });
}

/** Every list of names behind an alias of something in parentheses: what is called, and what is inside. */
function listsAfterParentheses(text: string): readonly { readonly called: string; readonly inside: string }[] {
  const opened: number[] = [];
  const found: { readonly called: string; readonly inside: string }[] = [];
  const list = new RegExp(`( WITH ORDINALITY)? ${alias}\\(`, "uy");
  for (const { at } of unquotedCharacters(text)) {
    if (text[at] === "(") opened.push(at);
    if (text[at] !== ")") continue;
    const from = opened.pop() ?? 0;
    list.lastIndex = at + 1;
    if (!list.test(text)) continue;
    const [called = ""] = new RegExp(`(?:${alias}\\.)?${alias}$`, "u").exec(text.slice(0, from)) ?? [];
    found.push({ called, inside: text.slice(from + 1, at) });
  }
  return found;
}

function isListByPlace(
  called: string,
  inside: string,
  { name, giving }: { readonly name: string; readonly giving: readonly string[] },
): boolean {
  if (giving.includes(called)) return true;
  if (called === "FROM") return giving.some((called) => inside.includes(`${called}(`));
  if (called !== "") return inside.includes(`::${name}`);
  const words = wordsOutside(inside);
  const isQuery = ["SELECT", "WITH", "VALUES"].includes(words[0]?.word ?? "");
  return !isQuery && words.some(({ word }) => word === "JOIN") && inside.includes(name);
}

/** Whether a function that gives rows of a table ends with a list of values, not with a star or a row. */
function givesRowByPlace(definition: string): boolean {
  return lastStatements(definition).some((statement) => {
    const list = /^\s*RETURN\s/.test(statement)
      ? { from: statement.search(/RETURN/) + "RETURN".length, to: statement.length }
      : resultList(statement);
    if (list === null) return joinsQueries(statement);
    const selected = statement.slice(list.from, list.to);
    return splitAt(selected, ",").length > 1 || /^\s*ROW\(/i.test(selected);
  });
}

const joinsQueries = (statement: string): boolean =>
  /\bSELECT\b[^*]*,[^*]*\b(?:UNION|INTERSECT|EXCEPT)\b/i.test(statement);

/** The statement whose rows a function gives; in PL/pgSQL, each one that it returns the rows of. */
function lastStatements(definition: string): readonly string[] {
  const parsed = lastStatementOf(definition);
  if (parsed !== null) return [definition.slice(parsed.from, parsed.to)];
  const routine = readRoutine(definition);
  if (routine === null) return [];
  const { body } = routine;
  const statements = splitAt(body, ";").map(({ from, to }) => body.slice(from, to));
  if (/\n LANGUAGE sql\n/.test(definition)) return statements.filter((text) => text.trim() !== "").slice(-1);
  return statements.flatMap((text) => {
    const [, query] = /\bRETURN\s+QUERY\s+([\s\S]*)$/i.exec(text) ?? [];
    return query === undefined ? [] : [query];
  });
}

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

import { skipQuoted } from "../sql/skip-quoted.ts";
import { endOfParentheses } from "../sql/unquoted-characters.ts";

/** A function that gives rows of a table, a view or a composite type, and the columns that those have. */
export interface RowFunction {
  /** As PostgreSQL writes a call of it, up to the parenthesis. */
  readonly name: string;
  /** As PostgreSQL writes them after an alias. */
  readonly columns: string;
}

const columnsOf = (relation: string): string => `
  (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
   WHERE a.attrelid = ${relation} AND a.attnum > 0 AND NOT a.attisdropped)`;

/** Objects that hold queries: their catalog, and a query for their oids. */
export interface QueryHolders {
  readonly catalog: "pg_rewrite" | "pg_policy" | "pg_proc";
  readonly oids: string;
}

/** What an object depends on in a catalog, as `d`. */
const dependencies = ({ catalog, oids }: QueryHolders, on: "pg_proc" | "pg_type"): string => `
  (${oids}) w (oid)
  JOIN pg_depend d ON d.classid = '${catalog}'::regclass AND d.objid = w.oid AND d.refclassid = '${on}'::regclass`;

/** The functions that an object calls and that say what rows they give. Of one name, all have to give the same rows. */
const calledFunctions = (holders: QueryHolders): string => `
  SELECT w.oid AS holder, format('%I.%I', n.nspname, p.proname) AS name, y.typrelid AS relation
  FROM ${dependencies(holders, "pg_proc")}
  JOIN pg_proc p ON p.oid = d.refobjid
  JOIN pg_namespace n ON n.oid = p.pronamespace
  JOIN pg_type y ON y.oid = p.prorettype AND y.typrelid <> 0
  WHERE NOT EXISTS (SELECT FROM pg_proc o
                    WHERE o.pronamespace = p.pronamespace AND o.proname = p.proname AND o.prorettype <> p.prorettype)`;

/** PostgreSQL's own functions that give rows of the type that they are called with: `jsonb_populate_record(NULL::accounts, …)`. */
const populatingFunctions = ["json", "jsonb"].flatMap((type) => [
  `${type}_populate_record`,
  `${type}_populate_recordset`,
]);

/** Which of those an object may call: it names a single type of rows. */
const populatedRows = (holders: QueryHolders): string => `
  SELECT w.oid, f.name, min(c.typrelid::bigint)::oid
  FROM ${dependencies(holders, "pg_type")}
  JOIN pg_type y ON y.oid = d.refobjid
  JOIN pg_type c ON c.oid IN (y.oid, y.typelem) AND c.typrelid <> 0
  CROSS JOIN (VALUES ${populatingFunctions.map((name) => `('${name}')`).join(", ")}) f (name)
  GROUP BY 1, 2 HAVING count(DISTINCT c.typrelid) = 1`;

/** By object, `holder`: the row functions that it calls, as `functions`. */
export const rowFunctionsOf = (holders: QueryHolders): string => `
  SELECT r.holder, json_agg(DISTINCT jsonb_build_object('name', r.name, 'columns', ${columnsOf("r.relation")})) AS functions
  FROM (${calledFunctions(holders)}
  UNION ALL ${populatedRows(holders)}) r
  GROUP BY 1`;

/** Views among them, each by the rule that makes it one. */
export const rulesOfRelations: QueryHolders = {
  catalog: "pg_rewrite",
  oids: "SELECT oid FROM pg_rewrite WHERE ev_class IN (SELECT oid FROM relations)",
};

/**
 * A query without the lists of columns that PostgreSQL writes after calls of row functions: `f() g(id, name)` goes by the places
 * of columns, which differ between tables that are the same, and `f() g` by their names. A list that gives other names stays.
 */
export function withoutColumnsOfRows(query: string, functions: readonly RowFunction[]): string {
  let text = query;
  for (const { name, columns } of functions) {
    let result = "";
    let rest = 0;
    for (const at of callsIn(text, name)) {
      const list = listAfterCall(text, endOfParentheses(text, at + name.length), columns);
      if (list === null) continue;
      result += text.slice(rest, list.from);
      rest = list.to;
    }
    text = result + text.slice(rest);
  }
  return text;
}

/** Where calls of a function begin that are in no quotes. */
function* callsIn(text: string, name: string): Generator<number> {
  for (let at = 0; at < text.length; ) {
    const isCall = text.startsWith(`${name}(`, at) && !/[\p{L}\p{N}_$."]/u.test(text[at - 1] ?? "");
    if (isCall) yield at;
    const quoted = isCall ? at + name.length : skipQuoted(text, at);
    at = Math.max(quoted, at + 1);
  }
}

/**
 * Where the list of these columns, or of the first of them, stands behind the alias of a call that ends here: columns that came later
 * are in no list.
 */
function listAfterCall(
  text: string,
  end: number,
  columns: string,
): { readonly from: number; readonly to: number } | null {
  const alias = /( WITH ORDINALITY)? ("(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)\(/uy;
  alias.lastIndex = end;
  const [all, ordinality] = alias.exec(text) ?? [];
  if (all === undefined) return null;
  const from = end + all.length - 1;
  const to = endOfParentheses(text, from);
  const list = text.slice(from + 1, to - 1);
  const named = ordinality === undefined ? list : list.replace(/, ordinality$/, "");
  return `${columns}, `.startsWith(`${named}, `) ? { from, to } : null;
}

import { skipQuoted } from "../sql/skip-quoted.ts";

/** A function that gives rows of a table, a view or a composite type, and the columns that those have by now. */
export interface RowFunction {
  /** As PostgreSQL writes a call of it, up to the parenthesis. */
  readonly name: string;
  /** As PostgreSQL writes them after an alias. */
  readonly columns: string;
}

/** By rule, `rule`: the row functions that it calls, as `functions`. Of one name, all have to give the same rows. */
export const rowFunctionsOfRules = `
  SELECT w.oid AS rule, json_agg(DISTINCT jsonb_build_object('name', format('%I.%I', n.nspname, p.proname), 'columns',
           (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
            WHERE a.attrelid = y.typrelid AND a.attnum > 0 AND NOT a.attisdropped))) AS functions
  FROM pg_rewrite w
  JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refclassid = 'pg_proc'::regclass
  JOIN pg_proc p ON p.oid = d.refobjid
  JOIN pg_namespace n ON n.oid = p.pronamespace
  JOIN pg_type y ON y.oid = p.prorettype AND y.typrelid <> 0
  WHERE w.ev_class IN (SELECT oid FROM relations)
    AND NOT EXISTS (SELECT FROM pg_proc o
                    WHERE o.pronamespace = p.pronamespace AND o.proname = p.proname AND o.prorettype <> p.prorettype)
  GROUP BY w.oid`;

/**
 * A query without the lists of columns that PostgreSQL writes after calls of row functions: `f() g(id, name)` goes by the places
 * of columns, which differ between tables that are the same, and `f() g` by their names. A list that gives other names stays.
 */
export function withoutColumnsOfRows(query: string, functions: readonly RowFunction[]): string {
  let text = query;
  for (const { name, columns } of functions) {
    let result = "";
    let rest = 0;
    for (let at = 0; at < text.length; ) {
      const quoted = text.startsWith(`${name}(`, at) ? at : skipQuoted(text, at);
      if (quoted > at) {
        at = quoted;
        continue;
      }
      if (text.startsWith(`${name}(`, at)) {
        const list = listAfterCall(text, endOfParentheses(text, at + name.length), columns);
        if (list !== null) {
          result += text.slice(rest, list.from);
          rest = list.to;
        }
        at += name.length;
      }
      at += 1;
    }
    text = result + text.slice(rest);
  }
  return text;
}

/** Where the list of these columns stands behind the alias of a call that ends here. */
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
  const list = `(${columns}${ordinality === undefined ? "" : ", ordinality"})`;
  return text.startsWith(list, from) ? { from, to: from + list.length } : null;
}

/** The end of the parentheses that open here. */
function endOfParentheses(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; ) {
    const quoted = skipQuoted(text, at);
    if (quoted > at) {
      at = quoted;
      continue;
    }
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    at += 1;
    if (depth === 0) return at;
  }
  return text.length;
}

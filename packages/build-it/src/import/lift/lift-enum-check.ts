import { type Check, ident } from "@build-it/postgres-schema";

/** The values that a check allows a column of text, where it says nothing else: `mood = ANY (ARRAY['calm'::text])`. */
export function valuesOfCheck({ expression }: Check, column: string): readonly string[] | undefined {
  const name = ident(column).text;
  return [expression, expression.replace(/^\((.*)\)$/s, "$1")]
    .flatMap((text) => [
      between(text, `${name} = ANY (ARRAY[`, "])"),
      between(text, `(${name})::text = ANY ((ARRAY[`, "])::text[])"),
    ])
    .map((list) => (list === undefined ? undefined : readValues(list)))
    .find((values) => values !== undefined);
}

const between = (text: string, begin: string, end: string): string | undefined =>
  text.startsWith(begin) && text.endsWith(end) ? text.slice(begin.length, -end.length) : undefined;

function readValues(list: string): readonly string[] | undefined {
  const item = /'((?:[^'\\]|'')*)'::(?:text|character varying)(?:, |$)/gy;
  const values: string[] = [];
  let end = 0;
  for (let match = item.exec(list); match !== null; match = item.exec(list)) {
    values.push((match[1] ?? "").replaceAll("''", "'"));
    end = item.lastIndex;
  }
  return end === list.length && values.length > 0 && !values.includes("") ? values : undefined;
}

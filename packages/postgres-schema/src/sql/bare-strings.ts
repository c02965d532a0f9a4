import { skipQuoted } from "./skip-quoted.ts";

/**
 * SQL text in which no string holds anything that could be taken for SQL: `'(1,2)'` becomes `''`. An empty array stays one, and a
 * row without a value becomes NULL.
 */
export function withBareStrings(text: string): string {
  let result = "";
  for (let at = 0; at < text.length; ) {
    const end = skipQuoted(text, at);
    if (end === at || text[at] === '"') {
      result += text.slice(at, Math.max(end, at + 1));
      at = Math.max(end, at + 1);
      continue;
    }
    const string = text.slice(at, end);
    if (string === "'{}'") result += string;
    else result += /^'\(,*\)'$/.test(string) ? "NULL" : "''";
    at = end;
  }
  return result;
}

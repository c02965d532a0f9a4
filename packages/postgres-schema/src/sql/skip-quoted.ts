/** Letters after the first may be digits and dollar signs, so `a$b$` opens no quote. */
export function endOfWord(script: string, from: number): number {
  const word = /[\p{L}\p{N}_$]+/uy;
  word.lastIndex = from;
  return word.test(script) ? word.lastIndex : from + 1;
}

/** The end of the comment, string or quoted name that begins here; `at` itself where none does. */
export function skipQuoted(script: string, at: number): number {
  switch (script[at]) {
    case "'":
      return endOfQuote(script, at + 1, "'", false);
    case '"':
      return endOfQuote(script, at + 1, '"', false);
    case "E":
    case "e":
      return script[at + 1] === "'" ? endOfQuote(script, at + 2, "'", true) : at;
    case "$":
      return skipDollarQuote(script, at);
    default:
      return skipComment(script, at);
  }
}

function endOfQuote(script: string, from: number, quote: string, escapes: boolean): number {
  for (let at = from; at < script.length; at += 1) {
    if (escapes && script[at] === "\\") at += 1;
    else if (script[at] === quote) {
      if (script[at + 1] !== quote) return at + 1;
      at += 1;
    }
  }
  return script.length;
}

function skipDollarQuote(script: string, at: number): number {
  const opening = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
  opening.lastIndex = at;
  const [tag] = opening.exec(script) ?? [];
  if (tag === undefined) return at;
  const end = script.indexOf(tag, at + tag.length);
  return end < 0 ? script.length : end + tag.length;
}

/** The end of the comment that begins here; `at` itself where none does. */
export function skipComment(script: string, at: number): number {
  if (script.startsWith("--", at)) return endOfLine(script, at);
  if (!script.startsWith("/*", at)) return at;
  let depth = 0;
  for (let next = at; next < script.length; next += 1) {
    if (script.startsWith("/*", next)) depth += 1;
    else if (script.startsWith("*/", next)) depth -= 1;
    else continue;
    next += 1;
    if (depth === 0) return next + 1;
  }
  return script.length;
}

/** The line break, or the end of the text. */
export function endOfLine(script: string, from: number): number {
  const end = script.indexOf("\n", from);
  return end < 0 ? script.length : end;
}

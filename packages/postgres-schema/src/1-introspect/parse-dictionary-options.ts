import type { NamedOption } from "../schema/objects.ts";

const option =
  /(?:"((?:[^"]|"")*)"|([a-z_][a-z0-9_$]*))\s*=\s*(E?)'((?:[^'\\]|''|\\.)*)'|(?:"((?:[^"]|"")*)"|([a-z_][a-z0-9_$]*))\s*=\s*([^\s,]+)/gs;

/** A dictionary's options, which PostgreSQL keeps as the text `stopwords = 'english', language = 'x'`. */
export const parseDictionaryOptions = (text: string): readonly NamedOption[] =>
  [...text.matchAll(option)].map(([, quoted, plain, escaped, constant, quotedBare, plainBare, bare]) => ({
    name: (quoted ?? quotedBare)?.replaceAll('""', '"') ?? plain ?? plainBare ?? "",
    value: constant === undefined ? (bare ?? "") : unquoted(constant, escaped === "E"),
  }));

const unquoted = (constant: string, escaped: boolean): string => {
  const once = constant.replaceAll("''", "'");
  return escaped ? once.replaceAll(/\\(.)/gs, "$1") : once;
};

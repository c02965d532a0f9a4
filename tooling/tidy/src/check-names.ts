import { basename } from "node:path/posix";
import { exportsOf } from "./exports.ts";
import { type Finding, isTest, type TypeScriptFile } from "./repository.ts";

/** Words that say nothing of the thing they name. */
const empty = ["data", "info", "item", "manager", "helper", "util", "utility", "misc"];

/** Verbs that do not say what is done; a process of the operating system is a fine noun. */
const emptyVerbs = ["process", "handle"];

/** The seed's names stay as doors. */
const doors: Readonly<Record<string, readonly string[]>> = {
  "packages/stage-2.5-database/": ["BUSMToSQL", "MigrationManager", "SupabaseGenerator", "DatabaseGenerator"],
};

/** "changeColumnTypes", "change-column-types" -> change, column, type. */
export const wordsOf = (name: string): readonly string[] =>
  name
    .replaceAll(/([a-z0-9])([A-Z])|([A-Z]+)([A-Z][a-z])/g, "$1$3-$2$4")
    .toLowerCase()
    .split(/[-_.]/)
    .filter((word) => word !== "")
    .map((word) => (word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word));

/** "data" is a word of PostgreSQL in these: the data directory, a data type; and of the seed: data loss, data hooks. */
const dataTerms = /\bdata (directory|folder|type|loss|hook)\b|\blose data\b/;

const emptyWordOf = (name: string): string | undefined => {
  const words = wordsOf(name);
  return words.find(
    (word, index) =>
      (index === 0 && emptyVerbs.includes(word)) ||
      (empty.includes(word) && !(word === "data" && dataTerms.test(words.join(" ")))),
  );
};

/** File names and exported names with words that say nothing. */
export const checkEmptyNames = (files: readonly TypeScriptFile[]): readonly Finding[] =>
  files.flatMap((file) => {
    const allowed = Object.entries(doors).flatMap(([folder, names]) => (file.path.startsWith(folder) ? names : []));
    const word = emptyWordOf(basename(file.path).replace(/\.tsx?$/, ""));
    const ofFile = word === undefined ? [] : [{ file: file.path, message: `"${word}" in a file's name says nothing` }];
    const ofExports = exportsOf(file).flatMap(({ name, line }) => {
      const found = allowed.includes(name) ? undefined : emptyWordOf(name);
      return found === undefined ? [] : [{ file: file.path, line, message: `"${found}" in ${name} says nothing` }];
    });
    return [...ofFile, ...ofExports];
  });

/** Files that are named after what they are for the package, the command they are or what they speak of, not after an export. */
const isNamedByRole = (path: string): boolean =>
  /\/(index|main|pipeline|diagnostics|messages)\.tsx?$|\.config\.ts$|\/(commands|diagnostics|messages)\//.test(path) ||
  isTest(path);

/** "identifier" and "ident", "identify" and "identity" are one word here. */
const isSameStem = (one: string, other: string): boolean => {
  const length = Math.min(one.length, other.length, Math.max(5, Math.min(one.length, other.length) - 2));
  return one === other || (length >= 5 && one.slice(0, length) === other.slice(0, length));
};

/**
 * Files whose name is not kebab-case, or shares no word with an export of theirs. The rule is that a file has the name
 * of its main export; which of them is the main one, and whether a folder already says part of the name, is for people.
 */
export const checkFileNames = (files: readonly TypeScriptFile[]): readonly Finding[] =>
  files.flatMap((file) => {
    const name = basename(file.path).replace(/(\.(test|test-d|bench))?\.tsx?$/, "");
    if (!/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name)) return [{ file: file.path, message: "is not in kebab-case" }];
    const names = exportsOf(file).map((exported) => exported.name);
    if (isNamedByRole(file.path) || names.length === 0) return [];
    const words = wordsOf(name);
    const isNamedIn = (exported: string) =>
      wordsOf(exported).some((word) => words.some((own) => isSameStem(own, word)));
    if (names.some(isNamedIn)) return [];
    return [{ file: file.path, message: `shares no word with its exports: ${names.slice(0, 5).join(", ")}` }];
  });

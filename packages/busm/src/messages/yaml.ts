import type { Location } from "../model-problem.ts";
import { error } from "./words.ts";

/** Messages about YAML that is not read, or only from this language's part of it. */

export const notYaml = (at: Location, reason: string) =>
  error("not_yaml", at, {
    message: "This is not YAML.",
    cause: reason,
    remedy: "Look at the indentation, at `:` followed by a space, and at quotes and brackets that are not closed.",
  });

export const tooDeeplyNested = (at: Location) =>
  error("too_deeply_nested", at, {
    message: "The file is nested too deeply, or a hundred brackets in it are not closed.",
    remedy: "No model needs more than eight levels. Look for brackets that are not closed.",
  });

export const tabAsIndent = (at: Location) =>
  error("tab_as_indent", at, {
    message: "A tab is used as indentation.",
    cause: "YAML is indented with spaces, because a tab has no fixed width.",
    remedy: "Replace the tab by two spaces.",
  });

export const duplicateKey = (at: Location) =>
  error("duplicate_key", at, {
    message: "This key is there twice.",
    cause: "Only one of the two could count, and nobody would see which.",
    remedy: "Take one of them out, or rename it.",
  });

export const tagNotUsed = (at: Location) =>
  error("tag_not_used", at, {
    message: "Tags (`!…`) have no meaning in a model.",
    remedy: "Take the tag out; put text that begins with `!` in quotes.",
  });

export const aliasesExplode = (at: Location) =>
  error("aliases_explode", at, {
    message: "The aliases (`*name`) of this file repeat too much.",
    cause: "Aliases of aliases can make a small file fill the memory, so their number is limited.",
    remedy: "Write the values out, or use a mixin or a named enum.",
  });

export const aliasToItself = (at: Location) =>
  error("alias_to_itself", at, {
    message: "This alias stands for something that it is a part of.",
    cause: "Written out, it would never end.",
    remedy: "Write the value out.",
  });

export const unstorableCharacter = (at: Location) =>
  error("unstorable_character", at, {
    message: "This text holds a character that no database stores (NUL, or half of a pair).",
    remedy: "Take the character out.",
  });

export const protoWord = (at: Location) =>
  error("reserved_name", at, {
    message: "`__proto__` cannot be used in a model.",
    cause: "JavaScript gives the word a meaning of its own.",
    remedy: "Use another word.",
  });

import type { Location } from "../model-problem.ts";
import { describe, error, listed, meant, shorten } from "./words.ts";

/** Messages about keys and values that the language does not have, or not there. */

export const unknownKey = (at: Location, key: string, suggestion: string | undefined, known: readonly string[]) =>
  error("unknown_key", at, {
    message: `The key \`${key}\` is not known here.${meant(suggestion)}`,
    cause: `What can stand here: ${listed(known)}.`,
    remedy: suggestion === undefined ? `Take \`${key}\` out.` : `Write \`${suggestion}\` instead of \`${key}\`.`,
  });

export const missingKey = (at: Location, key: string) =>
  error("missing_key", at, {
    message: `\`${key}\` is missing.`,
    remedy: `Add \`${key.split(".").at(-1)}:\`.`,
  });

export const wrongKind = (at: Location, subject: string, found: unknown, expected: readonly string[]) =>
  error("wrong_kind", at, {
    message: `${subject === "" ? "The file" : `\`${subject}\``} cannot be ${describe(found)}.`,
    ...(expected.length > 0 && { cause: `Expected ${expected.join(" or ")}.` }),
    remedy:
      typeof found === "number" || typeof found === "boolean"
        ? `If text is meant, put it in quotes: "${found}".`
        : "Write it in one of the expected forms.",
  });

export const unknownWord = (
  at: Location,
  subject: string,
  found: unknown,
  suggestion: string | undefined,
  known: readonly unknown[],
) =>
  error("unknown_word", at, {
    message: `\`${subject}\` cannot be ${describe(found)}.${meant(suggestion)}`,
    cause: `It is one of ${listed(known)}.`,
    remedy: `Write ${suggestion === undefined ? "one of these words" : `\`${suggestion}\``}.`,
  });

export const unknownType = (at: Location, word: string, suggestion: string | undefined, known: readonly string[]) =>
  error("unknown_type", at, {
    message: `There is no type \`${shorten(word)}\`.${meant(suggestion)}`,
    cause: `The types are ${listed(known)}.`,
    remedy: `Write ${suggestion === undefined ? "one of these words" : `\`${suggestion}\``}, or a reference as \`-> Account\`.`,
  });

export const shortTypeBesideKeys = (at: Location, word: string, full: string) =>
  error("short_type_beside_keys", at, {
    message: `\`${word}\` stands for a whole field, and here it has keys beside it.`,
    cause:
      "A short form is all that is said of a field, or of what a list is made of. Beside other keys its parts are written out.",
    remedy: `Write \`${full}\`.`,
  });

export const missingType = (at: Location, name: string) =>
  error("missing_type", at, {
    message: `\`${name}\` has no type.`,
    remedy: `Write \`${name}: string\`, or \`${name}: { type: string, … }\`.`,
  });

export const outOfBounds = (at: Location, subject: string, limit: unknown, isBelow: boolean, isLength: boolean) =>
  error("out_of_bounds", at, {
    message: `\`${subject}\` is ${isLength ? (isBelow ? "too short" : "too long") : isBelow ? "too small" : "too large"}.`,
    cause: `The ${isBelow ? "least" : "most"} is ${String(limit)}.`,
    remedy: "Change it to a value within the limit.",
  });

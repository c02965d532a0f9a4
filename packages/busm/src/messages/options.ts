import type { Location } from "../model-problem.ts";
import { describe, error } from "./words.ts";

/** Messages about options of fields. */

export const badPattern = (at: Location, subject: string, reason: string) =>
  error("bad_pattern", at, {
    message: `The pattern of \`${subject}\` is not a regular expression.`,
    cause: reason,
    remedy: "Put a backslash before a bracket that stands for itself; in YAML, write patterns in single quotes.",
    subject,
  });

export const minAboveMax = (at: Location, subject: string, min: number, max: number) =>
  error("min_above_max", at, {
    message: `\`${subject}\` allows nothing: min ${min} is above max ${max}.`,
    remedy: "Swap them.",
    subject,
  });

export const scaleAbovePrecision = (at: Location, subject: string, precision: number, scale: number) =>
  error("scale_above_precision", at, {
    message: `\`${subject}\` has ${scale} digits after the point, of ${precision} in all.`,
    remedy: `\`precision\` counts all digits: make it at least ${scale}.`,
    subject,
  });

export const limitOutOfType = (at: Location, subject: string, limit: number, type: string) =>
  error("limit_out_of_type", at, {
    message: `The limit ${limit} of \`${subject}\` is not a number that \`${type}\` can hold.`,
    remedy: "Use a limit within the type, or a larger type.",
    subject,
  });

export const keyOptional = (at: Location, subject: string) =>
  error("key_optional", at, {
    message: `\`${subject}\` is a key and cannot be optional.`,
    remedy: "Take `required: false` out.",
    subject,
  });

export const valueUnfit = (at: Location, subject: string, option: string, value: unknown, reason: string) =>
  error("value_unfit", at, {
    message: `The ${option} of \`${subject}\` cannot be ${describe(value)}.`,
    cause: reason,
    remedy:
      option === "condition"
        ? "Compare with a value that the field can have."
        : `Change the ${option}, or what the field allows; an expression is written as \`{ sql: … }\`.`,
    subject,
  });

export const optionUnfit = (at: Location, subject: string, option: string, what: string) =>
  error("option_unfit", at, {
    message: `\`${option}\` does not go with \`${subject}\`, which is ${what}.`,
    remedy: `Take \`${option}\` out.`,
    subject,
  });

export const keyUnfit = (at: Location, subject: string, type: string) =>
  error("key_unfit", at, {
    message: `\`${subject}\` is of type \`${type}\` and cannot be a key.`,
    cause: "A key is one plain value that is set when the row is made.",
    remedy: "Choose another key, or none: then it is a uuid called `id`.",
    subject,
  });

export const renamedFromTaken = (at: Location, subject: string, former: string) =>
  error("renamed_from_taken", at, {
    message: `\`${subject}\` is renamed from \`${former}\`, which is still there or was claimed already.`,
    cause: "A former name is one that is free now, and can have become only one thing.",
    remedy: `Take \`renamed_from\` out, or \`${former}\`.`,
    subject,
  });

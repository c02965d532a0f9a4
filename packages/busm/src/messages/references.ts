import type { Location } from "../model-problem.ts";
import { byteLength, maxNameBytes } from "../names/name-limits.ts";
import { cutOff, error, listed, meant, shorten } from "./words.ts";

/** Messages about references between parts of the model, and about enums. */

export const unknownEntity = (at: Location, subject: string, name: string, suggestion: string | undefined) =>
  error("unknown_entity", at, {
    message: `\`${subject}\` refers to \`${shorten(name)}\`, which no file describes.${meant(suggestion)}`,
    cause: "A reference leads to an entity of the same module.",
    remedy:
      suggestion === undefined
        ? `Write entities/${fileNameOf(name)}.yaml, or refer to another.`
        : `Write \`${suggestion}\`.`,
    subject,
  });

const fileNameOf = (entity: string): string => entity.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();

export const unknownField = (at: Location, subject: string, name: string, suggestion: string | undefined) =>
  error("unknown_field", at, {
    message: `\`${subject}\` names the field \`${shorten(name)}\`, which the entity does not have.${meant(suggestion)}`,
    remedy:
      suggestion === undefined ? `Add the field \`${shorten(name)}\`, or name another.` : `Write \`${suggestion}\`.`,
    subject,
  });

export const entitySelectedTwice = (at: Location, subModule: string, entity: string) =>
  error("entity_selected_twice", at, {
    message: `The sub-module \`${subModule}\` selects \`${entity}\` twice.`,
    remedy: "Take one of them out.",
    subject: entity,
  });

export const fieldListedTwice = (at: Location, subject: string, name: string) =>
  error("field_listed_twice", at, {
    message: `\`${subject}\` lists the field \`${name}\` twice.`,
    remedy: "Take one of them out.",
    subject,
  });

export const unknownEnum = (at: Location, subject: string, name: string, suggestion: string | undefined) =>
  error("unknown_enum", at, {
    message: `\`${subject}\` uses the enum \`${name}\`, which enums.yaml does not have.${meant(suggestion)}`,
    remedy:
      suggestion === undefined ? `Add \`${name}: [one, other]\` to enums.yaml.` : `Write \`enum: ${suggestion}\`.`,
    subject,
  });

export const enumWithoutValues = (at: Location, subject: string) =>
  error("enum_without_values", at, {
    message: `\`${subject}\` says neither \`values:\` nor \`enum:\`.`,
    cause: "An enum is a list of values: the field's own, or a named one of enums.yaml.",
    remedy: "Add `values: [one, other]`, or `enum: AccountType`.",
    subject,
  });

export const enumSaidTwice = (at: Location, subject: string) =>
  error("enum_said_twice", at, {
    message: `\`${subject}\` has values of its own and names an enum as well.`,
    remedy: "Keep `values:` (and `storage:`), or `enum:`.",
    subject,
  });

export const duplicateValue = (at: Location, subject: string, value: string) =>
  error("duplicate_value", at, {
    message: `\`${subject}\` lists the value "${shorten(value)}" twice.`,
    remedy: "Take one of them out.",
    subject,
  });

export const enumNameTooLong = (at: Location, name: string) =>
  error("name_too_long", at, {
    message: `The enum name "${name}" is too long: PostgreSQL keeps ${maxNameBytes} bytes.`,
    cause: cutOff,
    remedy: "Shorten the name.",
    subject: name,
  });

export const valueTooLong = (at: Location, subject: string, value: string) =>
  error("value_too_long", at, {
    message: `The value "${shorten(value)}" of \`${subject}\` has ${byteLength(value)} bytes; ${maxNameBytes} are allowed.`,
    cause: "A native enum of PostgreSQL keeps no more.",
    remedy: "Shorten the value; its `label:` may be as long as it likes.",
    subject,
  });

export const mapUnknown = (at: Location, subject: string, value: string, values: readonly string[]) =>
  error("map_unknown", at, {
    message: `\`${subject}\` is to become "${shorten(value)}", which is not among the values.`,
    cause: `The values are ${listed(values)}.`,
    remedy: "Name one of them.",
    subject,
  });

export const mapStillThere = (at: Location, subject: string, value: string) =>
  error("map_still_there", at, {
    message: `\`${subject}\` says where "${shorten(value)}" goes, but the enum still has that value.`,
    remedy: "Take the value out of the enum, or out of `map:`.",
    subject,
  });

export const mapWithoutEnum = (at: Location, subject: string) =>
  error("map_without_enum", at, {
    message: `\`${subject}\` has \`map:\`, but is not an enum.`,
    remedy: "Take `map:` out; `cast:` converts the values of other types.",
    subject,
  });

export const compositeReference = (at: Location, subject: string, target: string) =>
  error("composite_reference", at, {
    message: `\`${subject}\` cannot refer to \`${target}\`, whose key has several fields.`,
    cause: "A reference is one column, so it leads to a key of one field.",
    remedy: `Give \`${target}\` the key \`id\` (take \`key:\` out) and make its fields \`unique:\`.`,
    subject,
  });

export const circularReferences = (at: Location, path: readonly string[]) =>
  error("circular_references", at, {
    message: `These references are all required, and lead in a circle: ${path.join(" -> ")}.`,
    cause: "The first row of either could never be made, because it needs the other one first.",
    remedy: "Make one of them optional (no `required: true`), or `deferrable: true`.",
    subject: path[0] ?? "",
  });

export const referenceLoop = (at: Location, subject: string) =>
  error("reference_loop", at, {
    message: `\`${subject}\` is a key that leads, over other keys, back to itself, so it has no type.`,
    remedy: "Let one of the keys be a uuid.",
    subject,
  });

export const requiredSetNull = (at: Location, subject: string) =>
  error("required_set_null", at, {
    message: `\`${subject}\` is required, so it cannot be emptied by \`set_null\`.`,
    remedy: "Use `on_delete: cascade` or `restrict`, or take `required: true` out.",
    subject,
  });

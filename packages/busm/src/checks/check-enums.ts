import type { EnumValueFile } from "../language/field-file.ts";
import type { LoadedModel } from "../load-model.ts";
import * as messages from "../messages/references.ts";
import type { ModelProblem, Place } from "../model-problem.ts";
import { toSnakeCase } from "../names/derive-names.ts";
import { byteLength, maxNameBytes } from "../names/name-limits.ts";

/** Named enums: their names and values. */
export const checkEnums = ({ enums }: LoadedModel): readonly ModelProblem[] =>
  Object.entries(enums.value).flatMap(([name, { values, type = toSnakeCase(name) }]) => {
    const at = () => enums.loaded?.file.locate([name]) ?? { file: "enums.yaml", line: 1, column: 1 };
    return [
      ...(byteLength(type) > maxNameBytes ? [messages.enumNameTooLong(at(), type)] : []),
      ...checkValues(values, name, at),
    ];
  });

/** The values of an enum: each once, none longer than a native enum can hold. */
export const checkValues = (values: readonly EnumValueFile[], subject: string, at: Place): readonly ModelProblem[] => {
  const words = values.map(({ value }) => value);
  const twice = words.filter((word, index) => words.indexOf(word) < index);
  const tooLong = words.filter((word) => byteLength(word) > maxNameBytes);
  return [
    ...[...new Set(twice)].map((word) => messages.duplicateValue(at(), subject, word)),
    ...tooLong.map((word) => messages.valueTooLong(at(), subject, word)),
    ...(words.length === 0 ? [messages.enumWithoutValues(at(), subject)] : []),
  ];
};

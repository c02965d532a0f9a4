import { defaultWords, isSqlValue } from "../language/default-words.ts";
import type { FieldFile, ScalarFile } from "../language/field-file.ts";
import type { LoadedEnums } from "../load-model.ts";
import * as optionMessages from "../messages/options.ts";
import * as referenceMessages from "../messages/references.ts";
import type { Location, ModelProblem } from "../model-problem.ts";
import { suggestName } from "../names/suggest-name.ts";
import { checkValues } from "./check-enums.ts";
import type { EntityView } from "./entity-view.ts";
import { explainUnfitValue, valuesOf } from "./explain-unfit-value.ts";
import { rangeOfWord } from "./number-ranges.ts";

/** The options of every field, each by itself and against its type. */
export const checkFields = ({ entity, locate }: EntityView, enums: LoadedEnums): readonly ModelProblem[] =>
  Object.entries(entity.fields).flatMap(([name, field]) => {
    const subject = `${entity.entity}.${name}`;
    const at = (option: string): Location => locate(["fields", name, option], "value");
    const inner = field.type === "list" || field.type === "computed" ? checkType(field.of, subject, at, enums) : [];
    return [
      ...(isScalar(field) ? checkType(field, subject, at, enums) : inner),
      ...checkDefault(field, subject, at, enums),
      ...checkMap(field, subject, at, enums),
      ...checkOptions(field, subject, at),
    ];
  });

type At = (option: string) => Location;

const isScalar = (field: FieldFile): field is Extract<FieldFile, ScalarFile> =>
  !["list", "computed", "reference", "user", "identity"].includes(field.type);

const isComputed = (field: FieldFile): boolean => field.type === "computed" || field.type === "identity";

const checkType = (type: ScalarFile, subject: string, at: At, enums: LoadedEnums): readonly ModelProblem[] => {
  if (type.type === "enum") return checkEnum(type, subject, at, enums);
  const problems: ModelProblem[] = [];
  if ("pattern" in type && type.pattern !== undefined) {
    const reason = explainBadPattern(type.pattern);
    if (reason !== undefined) problems.push(optionMessages.badPattern(at("pattern"), subject, reason));
  }
  if ("min" in type && type.min !== undefined && type.max !== undefined && type.min > type.max) {
    problems.push(optionMessages.minAboveMax(at("min"), subject, type.min, type.max));
  }
  if ("precision" in type && type.precision !== undefined && (type.scale ?? 0) > type.precision) {
    problems.push(optionMessages.scaleAbovePrecision(at("scale"), subject, type.precision, type.scale ?? 0));
  }
  const range = rangeOfWord(type);
  for (const limit of ["min", "max"] as const) {
    const value = limit in type ? (type as { readonly min?: number; readonly max?: number })[limit] : undefined;
    if (range === undefined || value === undefined) continue;
    const fits = value >= range.min && value <= range.max && (!range.isWhole || Number.isInteger(value));
    if (!fits) problems.push(optionMessages.limitOutOfType(at(limit), subject, value, type.type));
  }
  return problems;
};

const explainBadPattern = (pattern: string): string | undefined => {
  try {
    new RegExp(pattern, "u");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const checkEnum = (
  type: Extract<ScalarFile, { readonly type: "enum" }>,
  subject: string,
  at: At,
  enums: LoadedEnums,
): readonly ModelProblem[] => {
  if (type.enum !== undefined) {
    if (type.values !== undefined || type.storage !== undefined)
      return [referenceMessages.enumSaidTwice(at("enum"), subject)];
    const isMeant = enums.broken === undefined || enums.broken.has(type.enum);
    if (isMeant || Object.hasOwn(enums.value, type.enum)) return [];
    return [
      referenceMessages.unknownEnum(at("enum"), subject, type.enum, suggestName(type.enum, Object.keys(enums.value))),
    ];
  }
  return checkValues(type.values ?? [], subject, () => at("values"));
};

const checkDefault = (field: FieldFile, subject: string, at: At, enums: LoadedEnums): readonly ModelProblem[] => {
  if (isComputed(field)) return [];
  const problems: ModelProblem[] = [];
  for (const option of ["default", "backfill"] as const) {
    const value = field[option];
    if (value === undefined || isSqlValue(value)) continue;
    if (option === "default" && defaultWords(field.type).some((word) => word === value)) continue;
    const reason = explainUnfitValue(field, value, enums.value);
    if (reason !== undefined) problems.push(optionMessages.valueUnfit(at(option), subject, option, value, reason));
  }
  return problems;
};

const checkMap = (field: FieldFile, subject: string, at: At, enums: LoadedEnums): readonly ModelProblem[] => {
  if (field.map === undefined) return [];
  if (field.type !== "enum") return [referenceMessages.mapWithoutEnum(at("map"), subject)];
  const values = valuesOf(field, enums.value);
  if (values === undefined) return [];
  return Object.entries(field.map).flatMap(([from, to]) => [
    ...(values.includes(from) ? [referenceMessages.mapStillThere(at("map"), subject, from)] : []),
    ...(values.includes(to) ? [] : [referenceMessages.mapUnknown(at("map"), subject, to, values)]),
  ]);
};

/** Options that a database computes for itself, or that contradict each other. */
const checkOptions = (field: FieldFile, subject: string, at: At): readonly ModelProblem[] => {
  if (isComputed(field)) {
    const unfit = (["default", "backfill", "cast", "immutable"] as const).filter(
      (option) => field[option] !== undefined,
    );
    const what = field.type === "computed" ? "computed" : "counted up by the database";
    return unfit.map((option) => optionMessages.optionUnfit(at(option), subject, option, what));
  }
  const isEmptied = (field.type === "reference" || field.type === "user") && field.on_delete === "set_null";
  return isEmptied && field.required ? [referenceMessages.requiredSetNull(at("on_delete"), subject)] : [];
};

import type { z } from "zod";
import { writeOutShortType } from "./language/parse-short-type.ts";
import { keySynonyms, typeSynonyms, typeWords } from "./language/type-words.ts";
import * as nameMessages from "./messages/names.ts";
import * as shapeMessages from "./messages/shape.ts";
import type { ModelProblem } from "./model-problem.ts";
import { suggestName } from "./names/suggest-name.ts";
import type { Path, YamlFile } from "./yaml/parse-yaml.ts";

type Issue = z.core.$ZodIssue;

/** Says in words, with positions, what a Zod schema found wrong with a file. */
export const explainIssues = (file: YamlFile, issues: readonly Issue[], schema: z.ZodType): readonly ModelProblem[] =>
  issues.flatMap((issue) => flattenIssue(issue, [])).flatMap((issue) => explainIssue(file, issue, schema));

/** An issue with its whole path, chosen from the branches of unions. */
interface PlainIssue {
  readonly issue: Issue;
  readonly path: Path;
}

const flattenIssue = (issue: Issue, prefix: Path): readonly PlainIssue[] => {
  const path = [...prefix, ...issue.path];
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [{ issue, path }];
  // The branch that was meant is the one that accepts the kind of value that is there.
  const meant = issue.errors.filter((branch) => !branch.some((inner) => isWrongKind(inner)));
  const chosen = meant.length > 0 ? meant : issue.errors.length === 1 ? issue.errors : [];
  const [best] = [...chosen].sort((left, right) => left.length - right.length);
  return best ? best.flatMap((inner) => flattenIssue(inner, path)) : [{ issue, path }];
};

const isWrongKind = (issue: Issue): boolean =>
  issue.path.length === 0 &&
  (issue.code === "invalid_type" ||
    issue.code === "invalid_value" ||
    (issue.code === "invalid_union" &&
      issue.errors.length > 0 &&
      issue.errors.every((inner) => inner.some(isWrongKind))));

const explainIssue = (
  file: YamlFile,
  { issue, path }: PlainIssue,
  schema: z.ZodType,
): ModelProblem | readonly ModelProblem[] => {
  const found = valueAt(file.value, path);
  const key = file.locate(path);
  const value = file.locate(path, "value");
  const subject = path.join(".");
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((unknownKey) => {
        const known = knownKeysAt(schema, path, found);
        const synonym = Object.hasOwn(keySynonyms, unknownKey) ? keySynonyms[unknownKey] : undefined;
        const suggestion = synonym !== undefined && known.includes(synonym) ? synonym : suggestName(unknownKey, known);
        return shapeMessages.unknownKey(file.locate([...path, unknownKey]), unknownKey, suggestion, known);
      });
    case "invalid_key":
      return nameMessages.unusableName(key, issue.issues[0]?.message ?? "", String(path.at(-1)));
    case "invalid_format":
      return nameMessages.unusableName(value, issue.message, String(found));
    case "invalid_union": {
      if (issue.discriminator !== undefined) return explainType(file, path, found);
      if (found === null && path.length === 2 && path[0] === "fields")
        return shapeMessages.missingType(key, String(path[1]));
      return found === undefined
        ? shapeMessages.missingKey(key, subject)
        : shapeMessages.wrongKind(value, subject, found, expectedKinds(issue));
    }
    case "invalid_value":
      if (found === undefined) return shapeMessages.missingKey(key, subject);
      return shapeMessages.unknownWord(
        value,
        subject,
        found,
        suggestName(String(found), issue.values.map(String)),
        issue.values,
      );
    case "too_small":
    case "too_big":
      return shapeMessages.outOfBounds(
        value,
        subject,
        issue.code === "too_small" ? issue.minimum : issue.maximum,
        issue.code === "too_small",
        issue.origin === "string" || issue.origin === "array",
      );
    default:
      return found === undefined
        ? shapeMessages.missingKey(key, subject)
        : shapeMessages.wrongKind(value, subject, found, expectedKinds(issue));
  }
};

/** What would have been right, in the words of YAML. */
const expectedKinds = (issue: Issue): readonly string[] => {
  if (issue.code === "invalid_union") return [...new Set(issue.errors.flat().flatMap(expectedKinds))];
  if (issue.code === "invalid_value") return issue.values.map((value) => `\`${String(value)}\``);
  if (issue.code === "invalid_type") return [kindWords[issue.expected] ?? issue.expected];
  return [];
};

const kindWords: Readonly<Record<string, string>> = {
  string: "text",
  int: "a whole number",
  number: "a number",
  boolean: "`true` or `false`",
  array: "a list",
  object: "keys and values",
  record: "keys and values",
  null: "nothing",
};

const explainType = (file: YamlFile, path: Path, found: unknown): ModelProblem => {
  // In a short form the word stands where the field's object would.
  const short = path
    .map((_, depth) => path.slice(0, depth))
    .find((above) => typeof valueAt(file.value, above) === "string");
  const word = short ? valueAt(file.value, short) : found;
  if (word === undefined) return shapeMessages.missingType(file.locate(path.slice(0, -1)), String(path.at(-2) ?? ""));
  const full = short === undefined ? writeOutShortType(String(word)) : undefined;
  if (full !== undefined) return shapeMessages.shortTypeBesideKeys(file.locate(path, "value"), String(word), full);
  const inner = /^\w+<(.+)>$/.exec(String(word))?.[1] ?? String(word);
  const bare = inner.replace(/[(<].*$/s, "");
  const synonym = Object.hasOwn(typeSynonyms, bare) ? typeSynonyms[bare] : undefined;
  return shapeMessages.unknownType(
    file.locate(short ?? path, "value"),
    String(word),
    synonym ?? suggestName(bare, typeWords),
    typeWords,
  );
};

const valueAt = (value: unknown, path: Path): unknown => {
  let current = value;
  for (const name of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, name)) return undefined;
    current = (current as Record<PropertyKey, unknown>)[name];
  }
  return current;
};

/** The keys that the schema knows where `path` leads; in a union, those of the member that the value's `type` chooses. */
const knownKeysAt = (schema: z.ZodType, path: Path, found: unknown): readonly string[] => {
  let candidates = expand(schema as Definition);
  for (const name of path) {
    candidates = candidates.flatMap((candidate) => stepInto(candidate, name)).flatMap(expand);
  }
  const objects = candidates.filter((candidate) => candidate.def.type === "object");
  const word = typeof found === "object" && found !== null ? (found as { type?: unknown }).type : undefined;
  const chosen = objects.filter((object) => acceptsType(object, word));
  return [...new Set((chosen.length > 0 ? chosen : objects).flatMap((object) => Object.keys(object.def.shape ?? {})))];
};

/** The parts of a Zod schema that are looked at here. */
interface Definition {
  readonly def: {
    readonly type: string;
    readonly shape?: Readonly<Record<string, Definition>>;
    readonly options?: readonly Definition[];
    readonly innerType?: Definition;
    readonly element?: Definition;
    readonly valueType?: Definition;
    readonly in?: Definition;
  };
  readonly values?: ReadonlySet<unknown>;
  readonly _zod?: { readonly values?: ReadonlySet<unknown> };
}

const expand = (schema: Definition): readonly Definition[] => {
  const { def } = schema;
  if (def.options !== undefined) return def.options.flatMap(expand);
  if (def.innerType !== undefined) return expand(def.innerType);
  if (def.in !== undefined) return expand(def.in);
  return [schema];
};

const stepInto = ({ def }: Definition, name: PropertyKey): readonly Definition[] => {
  const next = def.shape?.[String(name)] ?? def.element ?? def.valueType;
  return next ? [next] : [];
};

const acceptsType = (object: Definition, word: unknown): boolean =>
  object.def.shape?.type?._zod?.values?.has(word) ?? false;

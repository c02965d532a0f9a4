import type { z } from "zod";
import { explainIssues } from "./explain-issues.ts";
import type { ModelProblem } from "./model-problem.ts";
import type { Path, TextFile, YamlFile } from "./yaml/parse-yaml.ts";
import { parseYaml } from "./yaml/parse-yaml.ts";

/** A file that was read, and which of its parts had to be left out to make sense of the rest. */
export interface Loaded {
  readonly file: YamlFile;
  /** Paths as `fields.name` or `access`. What concerns them is not checked further: it was reported already. */
  readonly brokenParts: ReadonlySet<string>;
}

export interface LoadResult<Value> {
  readonly loaded: Loaded;
  /** Undefined where nothing is left without the broken parts. */
  readonly value: Value | undefined;
  readonly problems: readonly ModelProblem[];
}

/** Parts of a file's top level that are worth keeping when one entry of them is broken. */
const keptByEntry: ReadonlySet<PropertyKey> = new Set(["fields", "checks", "sub_modules"]);

/**
 * Reads one YAML file into the shape of `schema`. Where parts of it are wrong, they are reported, left out, and the rest
 * is parsed without them, so that the checks on the whole model still see what is right.
 */
export const loadFile = <Value>(text: TextFile, schema: z.ZodType<Value>): LoadResult<Value> => {
  const { file, problems } = parseYaml(text);
  if (file.value === undefined) return { loaded: { file, brokenParts: new Set() }, value: undefined, problems };
  const first = schema.safeParse(file.value);
  if (first.success) return { loaded: { file, brokenParts: new Set() }, value: first.data, problems };
  const broken = first.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" && issue.path.length === 0
      ? issue.keys.map((key): Path => [key])
      : [keptByEntry.has(issue.path[0] ?? "") ? issue.path.slice(0, 2) : issue.path.slice(0, 1)],
  );
  const rest = broken.reduce<unknown>(leaveOut, file.value);
  const second = schema.safeParse(rest);
  return {
    loaded: { file, brokenParts: new Set(broken.map((path) => path.join("."))) },
    value: second.success ? second.data : undefined,
    problems: [...problems, ...explainIssues(file, first.error.issues, schema)],
  };
};

const leaveOut = (value: unknown, [name, ...deeper]: Path): unknown => {
  if (typeof value !== "object" || value === null || name === undefined) return undefined;
  const entries = Object.entries(value);
  return Object.fromEntries(
    deeper.length === 0
      ? entries.filter(([key]) => key !== name)
      : entries.map(([key, inner]) => [key, key === name ? leaveOut(inner, deeper) : inner]),
  );
};

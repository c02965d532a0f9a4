import type { Diagnostic, SourceLocation } from "@build-it/stage-contract";
import type { z } from "zod";
import { configKeyUnknown, configValueInvalid } from "../diagnostics.ts";
import { BuildItConfig, knownKeys } from "./config.ts";
import { suggestWord } from "./suggest-word.ts";

/** A config, or everything that is wrong with it. */
export type ConfigResult =
  | { readonly status: "read"; readonly config: BuildItConfig }
  | { readonly status: "invalid"; readonly diagnostics: readonly Diagnostic[] };

/** Where a config came from: its path as people type it, and its text. */
export interface ConfigSource {
  readonly file: string;
  readonly text: string;
}

/** Checks what a config file exports. */
export function parseConfig(exported: unknown, source: ConfigSource): ConfigResult {
  const parsed = BuildItConfig.safeParse(exported);
  if (parsed.success) return { status: "read", config: parsed.data };
  return { status: "invalid", diagnostics: parsed.error.issues.flatMap((issue) => describeIssue(issue, source)) };
}

type Issue = z.core.$ZodIssue;

function describeIssue(issue: Issue, source: ConfigSource): readonly Diagnostic[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(path);
    return issue.keys.map((key) =>
      configKeyUnknown([...path, key].join("."), {
        known,
        suggestion: suggestWord(key, known),
        location: locateKey(source, key),
      }),
    );
  }
  if (issue.code === "invalid_union") {
    return meantIssues(issue.errors).flatMap((inner) =>
      describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, source),
    );
  }
  const location = locateKey(source, path.at(-1));
  return [configValueInvalid(path.join("."), { problem: issue.message, file: source.file, location })];
}

/** A union's issues come one list a branch: the branch that knows the written keys was meant, else only the keys are wrong. */
function meantIssues(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const unknownKey = (issue: Issue) => issue.code === "unrecognized_keys" && issue.path.length === 0;
  const meant = branches.find((issues) => !issues.some(unknownKey));
  return meant ?? (branches[0] ?? []).filter(unknownKey);
}

const keysAt = (path: readonly string[]): readonly string[] =>
  knownKeys[path.map((key, index) => (index === 1 ? "*" : key)).join(".")] ?? [];

/** The first place where the text says `key:`; good enough for a person to find it. */
function locateKey({ file, text }: ConfigSource, key: string | undefined): SourceLocation | undefined {
  if (key === undefined) return undefined;
  const escaped = key.replaceAll(/[^\w]/g, "\\$&");
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    const found = new RegExp(`(?<![\\w$])["']?${escaped}["']?\\s*:`).exec(line);
    if (found === null) continue;
    const excerpt = `${line}\n${" ".repeat(found.index)}${"^".repeat(key.length)}`;
    return { file, line: index + 1, column: found.index + 1, excerpt };
  }
  return undefined;
}

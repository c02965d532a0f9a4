import type { SqlFile } from "@build-it/artifacts";
import type { SourceLocation } from "@build-it/stage-contract";

/** Where an offset is, as editors count, with the line it is in. */
export function placeInFile({ path, text }: SqlFile, offset: number): SourceLocation {
  const before = text.slice(0, offset).split("\n");
  const column = (before.at(-1)?.length ?? 0) + 1;
  const line = (text.split("\n")[before.length - 1] ?? "").replace(/\r$/, "");
  return { file: path, line: before.length, column, excerpt: `${line}\n${" ".repeat(column - 1)}^` };
}

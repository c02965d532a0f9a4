import { type Finding, isGenerated, isTest, type TextFile } from "./repository.ts";

/** A file is one idea: 250 lines hold one, more than 400 never do. */
export const mostLines = 400;

export const checkFileSize = (files: readonly TextFile[]): readonly Finding[] =>
  files.flatMap(({ path, text }) => {
    const lines = text.split("\n").length;
    if (lines <= mostLines || isTest(path) || isGenerated(path)) return [];
    return [{ file: path, message: `has ${lines} lines, more than ${mostLines}` }];
  });

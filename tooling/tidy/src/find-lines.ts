import type { Finding, TextFile } from "./repository.ts";

/** A finding for each line that matches; the pattern must not be global. */
export const findLines = (files: readonly TextFile[], pattern: RegExp, message: string): readonly Finding[] =>
  files
    .filter(({ text }) => pattern.test(text))
    .flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, index) => (pattern.test(line) ? [{ file: path, line: index + 1, message }] : [])),
    );

import { checksumOf } from "../../3-write/checksum.ts";

/** A function of a TypeScript step that a migration or a rollback runs at one place. */
export interface TypescriptCall {
  /** The step's, `steps/fill_codes.after.ts`. */
  readonly file: string;
  readonly export: "up" | "down";
  /** The whole file, with `\n` at the ends of its lines. */
  readonly source: string;
}

/** A piece of a migration's text: SQL, or a call. */
export type Piece =
  | { readonly kind: "sql"; readonly text: string; readonly offset: number }
  | { readonly kind: "call"; readonly call: TypescriptCall };

/** What a record says of the files of steps: only these are ever run. */
export type KnownSteps = readonly { readonly file: string; readonly checksum: string }[];

/**
 * A call as a migration has it: the file in comments, to be read, checked by the migration's checksum and run, and a statement
 * that stops whoever would run the rest of the migration without it.
 */
export function printCall({ file, export: name, source }: TypescriptCall): string {
  const lines = source.split("\n").map((line) => `--|${line === "" ? "" : ` ${line}`}`);
  return `-- build-it runs ${name} of ${file}:\n${lines.join("\n")}\nDO $$ BEGIN RAISE EXCEPTION '${file} is TypeScript, which only build-it runs'; END $$;`;
}

const printed =
  /^-- build-it runs (?<name>up|down) of (?<file>steps\/[a-z0-9._-]+):\n(?<lines>(?:--\|.*\n)+)DO \$\$ BEGIN RAISE .*$/gm;

/** The text in pieces. What looks like a call and is of no known step, as in a comment's text, is SQL like the rest. */
export function splitCalls(text: string, known: KnownSteps): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of text.matchAll(printed)) {
    const { name, file = "", lines = "" } = found.groups ?? {};
    const source = lines.replaceAll(/^--\| ?/gm, "").slice(0, -1);
    const checksum = checksumOf(source);
    if (!known.some((step) => step.file === file && step.checksum === checksum)) continue;
    pieces.push({ kind: "sql", text: text.slice(end, found.index), offset: end });
    pieces.push({ kind: "call", call: { file, export: name === "down" ? "down" : "up", source } });
    end = found.index + found[0].length;
  }
  return [...pieces, { kind: "sql", text: text.slice(end), offset: end }];
}

/** A line of a shell block, and the exit code that its comment announces. */
export interface TourCommand {
  readonly line: string;
  readonly exitCode: number;
}

/** What the reader of a tour does next: types commands and compares what they print, or edits a file. */
export type TourStep =
  | {
      readonly kind: "commands";
      readonly title: string;
      readonly commands: readonly TourCommand[];
      /** Lines that are printed, as the text block below the commands shows them; `…` stands for any lines. */
      readonly output: readonly string[];
    }
  | {
      readonly kind: "edit";
      readonly title: string;
      readonly file: string;
      readonly before: string;
      readonly after: string;
    };

interface Block {
  readonly language: string;
  readonly lines: readonly string[];
}

/**
 * Reads one chapter of a Markdown text as steps: each `sh` block with the `text` block that follows it, each `diff` block.
 * `chapter` is its heading without the signs. Throws when there is no such chapter.
 */
export function readTour(markdown: string, chapter: string): readonly TourStep[] {
  const [, text] = markdown.split(`\n## ${chapter}\n`);
  if (text === undefined) throw new Error(`There is no chapter "${chapter}".`);
  const blocks = readBlocks(text.split(/^## /m)[0] ?? "");
  return blocks.flatMap((block, index): readonly TourStep[] => {
    if (block.language === "diff") return [readEdit(block)];
    if (block.language !== "sh") return [];
    const next = blocks[index + 1];
    const commands = block.lines.filter((line) => line !== "").map(readCommand);
    const title = commands.map(({ line }) => line).join("; ");
    return [{ kind: "commands", title, commands, output: next?.language === "text" ? next.lines : [] }];
  });
}

const readBlocks = (text: string): readonly Block[] =>
  [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = "", body = ""]) => ({
    language,
    lines: body.trimEnd().split("\n"),
  }));

function readCommand(text: string): TourCommand {
  const [line = "", comment = ""] = text.split(/\s+# /);
  return { line, exitCode: Number(/^ends with (\d+)$/.exec(comment)?.[1] ?? 0) };
}

/** Context and signs say what to find and what to put in its place; there are no line numbers to go stale. */
function readEdit({ lines }: Block): TourStep {
  const file = lines.find((line) => line.startsWith("+++ b/"))?.slice("+++ b/".length) ?? "";
  const body = lines.filter((line) => !/^(---|\+\+\+|@@)/.test(line));
  const side = (sign: string) =>
    body
      .filter((line) => line.startsWith(" ") || line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  return { kind: "edit", title: file, file, before: side("-"), after: side("+") };
}

/**
 * The first shown line that was not printed where it should have been; undefined when all were. Lines follow each other as
 * shown, but for `…`; empty ones do not count, and a printed line may go on after what is shown (with its duration).
 */
export function findMissingLine(shown: readonly string[], printed: string): string | undefined {
  const lines = printed.split("\n").filter((line) => line.trim() !== "");
  let at = 0;
  let skipping = true;
  for (const line of shown.filter((text) => text.trim() !== "")) {
    if (line === "…") {
      skipping = true;
      continue;
    }
    const found = skipping ? lines.findIndex((text, index) => index >= at && text.startsWith(line)) : at;
    if (found === -1 || !lines[found]?.startsWith(line)) return line;
    at = found + 1;
    skipping = false;
  }
  return undefined;
}

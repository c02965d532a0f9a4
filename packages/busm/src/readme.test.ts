import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { shortWords, typeWords } from "./language/type-words.ts";
import { interpretFiles } from "./read-model.ts";

const readme = readFileSync(path.resolve(import.meta.dirname, "../README.md"), "utf8");
const examples = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = ""]) => text);

const problemsOf = (texts: readonly string[]) =>
  interpretFiles("test", {
    module: { path: "busm/test/module.yaml", text: "title: Test\nsub_modules: {}\n" },
    enums: undefined,
    entities: texts.map((text, index) => ({ path: `busm/test/entities/${index}.yaml`, text })),
    sqlFiles: [],
    schemaFiles: [],
    problems: [],
  }).problems;

const home = readFileSync(path.resolve(import.meta.dirname, "../../../README.md"), "utf8");

test("the example of the repository's README is a valid model", () => {
  const [, example = ""] = /```yaml\n(entity: [\s\S]*?)```/.exec(home) ?? [];
  expect(example).toContain("entity: Account");
  expect(problemsOf([example, "entity: Territory\nfields: {}\n"])).toEqual([]);
});

test("the examples of the README are valid models", () => {
  const texts = [...examples, "entity: Territory\nfields: {}\n", "entity: Room\nfields: {}\n"];
  expect(examples).toHaveLength(2);
  expect(problemsOf(texts)).toEqual([]);
});

test.each([...new Set([...shortWords, ...typeWords])])("the README knows the type %s", (word) => {
  expect(readme).toMatch(new RegExp(`\`${word}[\`(]`));
});

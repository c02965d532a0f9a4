import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { shortWords, typeWords } from "./language/type-words.ts";
import { interpretFiles } from "./read-model.ts";

const readme = readFileSync(path.resolve(import.meta.dirname, "../README.md"), "utf8");
const examples = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = ""]) => text);

test("the examples of the README are valid models", () => {
  const texts = [...examples, "entity: Territory\nfields: {}\n", "entity: Room\nfields: {}\n"];
  const { problems } = interpretFiles("test", {
    module: { path: "busm/test/module.yaml", text: "title: Test\nsub_modules: {}\n" },
    enums: undefined,
    entities: texts.map((text, index) => ({ path: `busm/test/entities/${index}.yaml`, text })),
    sqlFiles: [],
    problems: [],
  });
  expect(examples).toHaveLength(2);
  expect(problems).toEqual([]);
});

test.each([...new Set([...shortWords, ...typeWords])])("the README knows the type %s", (word) => {
  expect(readme).toMatch(new RegExp(`\`${word}[\`(]`));
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { ModelDefinition } from "./language/definitions.ts";
import type { ModelReading } from "./read-model.ts";
import { interpretFiles } from "./read-model.ts";
import type { TextFile } from "./yaml/parse-yaml.ts";

const moduleText = "title: T\nsub_modules:\n  main: [Account]\n";
const readEntity = (text: string): ModelReading =>
  interpretFiles("test", {
    module: { path: "busm/test/module.yaml", text: moduleText },
    enums: undefined,
    entities: [entityFile(text)],
    sqlFiles: [],
    schemaFiles: [],
    problems: [],
  });
const entityFile = (text: string): TextFile => ({ path: "busm/test/entities/account.yaml", text });

/** There are problems or a model, never both and never neither; and every problem stands inside a file. */
const expectSane = (text: string): void => {
  const { model, problems } = readEntity(text);
  expect(model === null).toBe(problems.some(({ severity }) => severity === "error"));
  for (const { code, location } of problems) {
    expect(code).toMatch(/^busm\/[a-z_]+$/);
    const source = location.file.endsWith("module.yaml") ? moduleText : text;
    const lines = source.split("\n");
    expect(location.line).toBeGreaterThan(0);
    expect(location.line).toBeLessThanOrEqual(lines.length);
    expect(location.column).toBeGreaterThan(0);
    expect(location.column).toBeLessThanOrEqual((lines[location.line - 1] ?? "").length + 1);
    expect(location.excerpt).toMatch(/\^/);
  }
  // What was accepted can be stored, read back, and accepted again.
  if (model !== null) expect(ModelDefinition.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
};

const words = fc.constantFrom(
  ..."entity Account fields name type string enum values default required unique index access allow to when all owner".split(
    " ",
  ),
  ..."mixins timestamps owned audit key id checks sql reference -> Account now null true 0 -1 1e999 .nan 2024-01-01".split(
    " ",
  ),
  ..."__proto__ constructor toString <<: *a &a !!str | > ? - [ ] { } , : # % @ ` ' \" \\0 \u2028 ☃ \uD800 ' ; drop table".split(
    " ",
  ),
);
const soup = fc
  .array(fc.tuple(words, fc.constantFrom("", " ", ": ", "\n", "\n  ", "\n    ", "\n- ", ", ", "\t", "\r\n")), {
    maxLength: 60,
  })
  .map((parts) => parts.flat().join(""));

test("any text at all gives problems inside the file, never an exception", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), expectSane), { numRuns: 300 });
});

test("any soup of the language's own words does as well", () => {
  fc.assert(fc.property(soup, expectSane), { numRuns: 400 });
});

/** JSON is YAML, so any data can be put where the language expects some of its own. */
const anyData = fc.jsonValue({ maxDepth: 4 });
const almostField = fc.oneof(
  fc.constantFrom("string", "-> Account", "list<string>", "decimal(10,2)", "user"),
  fc.record(
    {
      type: fc.oneof(
        fc.constantFrom("string", "integer", "enum", "reference", "list", "computed", "user", "json"),
        anyData,
      ),
      default: anyData,
      of: fc.oneof(fc.constant("string"), anyData),
      to: fc.oneof(fc.constant("Account"), anyData),
      values: fc.oneof(fc.array(fc.string()), anyData),
      min: fc.oneof(fc.integer(), anyData),
      max: fc.oneof(fc.integer(), anyData),
      unique: anyData,
      backfill: anyData,
    },
    { requiredKeys: ["type"] },
  ),
  anyData,
);
const almostEntity = fc.record(
  {
    entity: fc.oneof(fc.constant("Account"), fc.string()),
    fields: fc.oneof(
      fc.dictionary(fc.oneof(fc.constantFrom("name", "accountId", "ownerId", "id"), fc.string()), almostField),
      anyData,
    ),
    mixins: fc.oneof(fc.subarray(["timestamps", "owned", "audit", "tenant", "soft_delete"]), anyData),
    key: fc.oneof(fc.constantFrom("id", "name"), anyData),
    unique: fc.oneof(fc.array(fc.array(fc.constantFrom("name", "id", "other"))), anyData),
    indexes: anyData,
    checks: anyData,
    access: fc.oneof(
      fc.array(
        fc.record({ allow: fc.constantFrom("all", "read"), to: fc.constantFrom("owner", "anyone"), when: anyData }),
      ),
      anyData,
    ),
    renamed_from: anyData,
    table: anyData,
  },
  { requiredKeys: ["entity", "fields"] },
);

test("any data in the shape of an entity does as well", () => {
  fc.assert(
    fc.property(almostEntity, (value) => expectSane(JSON.stringify(value, null, 1))),
    { numRuns: 600 },
  );
}, 300_000);

test.each([
  [
    "aliases of aliases",
    "busm/aliases_explode",
    `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefghi"].map((name, index) => `${name}: &${name} [${"*abcdefgh"[0]}${"abcdefgh"[index]}${`,*${"abcdefgh"[index]}`.repeat(8)}]`).join("\n")}\n`,
  ],
  ["many aliases", "busm/aliases_explode", `a: &a x\nb: [${"*a , ".repeat(200)}]\n`],
  ["brackets without end", "busm/too_deeply_nested", "[".repeat(200_000)],
  ["dashes without end", "busm/too_deeply_nested", "- ".repeat(50_000)],
  ["closed brackets without end", "busm/too_deeply_nested", "{a: ".repeat(5_000) + "}".repeat(5_000)],
  ["a file without end", "busm/file_too_long", "a".repeat(1_000_001)],
])("survives %s", (_what, code, text) => {
  expectSane(text);
  expect(readEntity(text).problems.map((problem) => problem.code)).toContain(code);
});

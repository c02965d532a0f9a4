import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { jsonSchemas } from "./json-schema.ts";
import { languageFingerprint } from "./language-fingerprint.ts";

const schemas = jsonSchemas();
const folder = path.resolve(import.meta.dirname, "../schema");
const sample = path.resolve(import.meta.dirname, "../../../busm/crm");

test.each(Object.keys(schemas))(
  "%s is what the language says (`pnpm --filter @build-it/busm schemas` writes it)",
  async (name) => {
    await expect(`${JSON.stringify(schemas[name], null, 2)}\n`).toMatchFileSnapshot(path.join(folder, name));
  },
);

test("the fingerprint is that of the schemas", () => {
  const fingerprint = createHash("sha256").update(JSON.stringify(schemas)).digest("base64url");
  expect(languageFingerprint).toBe(fingerprint);
});

const accepts = (name: string, text: string): boolean => {
  const ajv = new Ajv({ strict: false });
  return ajv.validate(schemas[name] ?? false, parse(text));
};

const sampleFiles: readonly (readonly [schema: string, file: string])[] = [
  ["module.schema.json", "module.yaml"],
  ["enums.schema.json", "enums.yaml"],
  ...readdirSync(path.join(sample, "entities")).map((name): [string, string] => [
    "entity.schema.json",
    `entities/${name}`,
  ]),
];

test.each(sampleFiles)("%s accepts %s of the sample model, which names it", (schema, file) => {
  const text = readFileSync(path.join(sample, file), "utf8");
  expect(accepts(schema, text)).toBe(true);
  const named = /\$schema=(\S+)/.exec(text)?.[1] ?? "";
  expect(path.resolve(sample, path.dirname(file), named)).toBe(path.join(folder, schema));
});

test.each([
  ["a short field", "string", true],
  ["a sized field", "string(100)", true],
  ["a reference", "-> Account", true],
  ["a list", "list<string>", true],
  ["a word that is no type", "strng", false],
  ["a full field", "{ type: string, max: 100, required: true }", true],
  ["an option of another type", "{ type: boolean, max: 100 }", false],
  ["an enum with labels", "{ type: enum, values: { open: Open, closed: { label: Closed } } }", true],
])("editors know %s", (_what, field, isRight) => {
  expect(accepts("entity.schema.json", `entity: A\nfields:\n  name: ${field}\n`)).toBe(isRight);
});

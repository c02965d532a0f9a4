import { expect, test } from "vitest";
import { parse } from "yaml";
import { EntityFile } from "../language/entity-file.ts";
import { EnumsFile } from "../language/module-file.ts";
import { printEntityFile, printEnumsFile, printModuleFile } from "./print-model-files.ts";

const entity = `entity: Film
description: "A film: one"
table: film
key: filmId
fields:
  filmId: { type: integer, default: { sql: nextval('public.film_film_id_seq'::regclass) } }
  title: { type: string, max: 20, required: true }
  code: string(5)
  price: decimal(4, 2)
  languageId: -> Language
  words: list<text>
  sizes: { type: list, of: float, stored_as: "real[]" }
  size: { type: enum, values: [ s, { value: m, label: Middle } ] }
  yes: { type: boolean, default: true }
unique:
  - [ title, code ]
  - { fields: [ code ], name: FK }
indexes:
  - [ title, words ]
  - { on: [ { field: title, descending: true }, { sql: lower(title) } ], name: x }
checks:
  title_check: title <> ''
  code_check: { sql: code <> '', message: Say it. }
access:
  - { allow: [ read ], to: anyone }
`;

test("an entity is printed as people write it, and read again", () => {
  const file = EntityFile.parse(parse(entity));
  expect(printEntityFile(file)).toBe(entity);
  expect(EntityFile.parse(parse(printEntityFile(file)))).toEqual(file);
});

test("enums and the module are printed", () => {
  const enums = EnumsFile.parse({ Mood: { values: ["calm", "on"], storage: "native" }, Size: ["s", "m"] });
  const text = "Mood:\n  values: [ calm, on ]\n  storage: native\nSize: [ s, m ]\n";
  expect(printEnumsFile(enums)).toBe(text);
  expect(EnumsFile.parse(parse(text))).toEqual(enums);
  expect(printModuleFile({ title: "A", sub_modules: { a: { entities: ["B"] } } })).toBe(
    "title: A\nsub_modules:\n  a: { entities: [ B ] }\n",
  );
});

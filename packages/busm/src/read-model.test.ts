import { describe, expect, test } from "vitest";
import type { ModelProblem } from "./model-problem.ts";
import { interpretFiles } from "./read-model.ts";

/** Files by their path in the module. `«…»` marks where a problem is to be. */
type Texts = Readonly<Record<string, string>>;

const account = "entity: Account\nfields:\n  name: string\n";
const base: Texts = { "module.yaml": "title: Test\nsub_modules:\n  main: []\n", "entities/account.yaml": account };

const read = (texts: Texts) => {
  const files = Object.entries({ ...base, ...texts }).map(([path, text]) => ({
    path: `busm/test/${path}`,
    text: text.replace(/[«»]/g, ""),
  }));
  return interpretFiles("test", {
    module: files.find(({ path }) => path.endsWith("/module.yaml")),
    enums: files.find(({ path }) => path.endsWith("/enums.yaml")),
    entities: files.filter(({ path }) => path.includes("/entities/")),
    sqlFiles: [],
    schemaFiles: [],
    problems: [],
  });
};

/** Where the marks are, and the word between them, as a problem would say it. */
const markedPlaces = (texts: Texts) =>
  Object.entries(texts).flatMap(([path, text]) =>
    [...text.matchAll(/«([^»]*)»/g)].map(({ index, 1: word }) => {
      const before = text.slice(0, index).replace(/[«»]/g, "");
      const line = before.split("\n").length;
      return { file: `busm/test/${path}`, line, column: before.length - before.lastIndexOf("\n"), word };
    }),
  );

/** Where a problem is, and what its carets are under. */
const placeOf = ({ location: { file, line, column, excerpt = "" } }: ModelProblem) => {
  const [shown = "", carets = ""] = excerpt.split("\n");
  return { file, line, column, word: shown.slice(carets.indexOf("^"), carets.length) };
};

const entity = (lines: string): Texts => ({ "entities/sample.yaml": `entity: Sample\nfields:\n${lines}` });
const field = (text: string): Texts => entity(`  sample: ${text}\n`);
const top = (lines: string): Texts => entity(`  sample: string\n${lines}`);

const faults: readonly [sentence: string, code: string, texts: Texts, words?: RegExp][] = [
  [
    "an unknown key of an entity, with the key that was meant",
    "unknown_key",
    top("«mixin»: [timestamps]\n"),
    /Did you mean `mixins`/,
  ],
  [
    "an unknown option of a field",
    "unknown_key",
    field("{ type: string, «requierd»: true }"),
    /Did you mean `required`/,
  ],
  ["an option of another type", "unknown_key", field("{ type: boolean, «max»: 3 }")],
  ["SQL's word for an option", "unknown_key", field("{ type: string, «nullable»: true }"), /`required`/],
  ["an unknown key inside an index", "unknown_key", top("indexes:\n  - on: [sample]\n    «wher»: true\n"), /`where`/],
  ["a key that is there twice", "duplicate_key", entity("  sample: string\n  «sample»: text\n")],
  ["a missing key", "missing_key", { "module.yaml": "«title: T»\n" }, /sub_modules/],
  ["an unknown type, with the type that was meant", "unknown_type", field("«strng»"), /Did you mean `string`/],
  ["SQL's word for a type", "unknown_type", field("{ type: «varchar» }"), /Did you mean `string`/],
  ["an unknown type in a list", "unknown_type", field("«list<strin>»")],
  [
    "a short type beside keys",
    "short_type_beside_keys",
    field("{ type: «string(12)», unique: true }"),
    /Write `type: string, max: 12`/,
  ],
  [
    "a short list beside keys",
    "short_type_beside_keys",
    field("{ type: «list<string>», required: true }"),
    /Write `type: list, of: string`/,
  ],
  [
    "a short reference beside keys",
    "short_type_beside_keys",
    field("{ type: «-> Account», required: true }"),
    /Write `type: reference, to: Account`/,
  ],
  ["a field without a type", "missing_type", entity("  «sample»: { required: true }\n")],
  ["a field that is empty", "missing_type", entity("  «sample»:\n")],
  ["a number where a word belongs", "wrong_kind", top("label: «5»\n"), /in quotes: "5"/],
  ["a word where true or false belongs", "wrong_kind", field("{ type: string, required: «yes» }"), /true/],
  ["an unknown mixin", "unknown_word", top("mixins: [«timestamp»]\n"), /`timestamps`/],
  ["a list that is too short", "out_of_bounds", top("unique: [«[]»]\n")],
  ["a limit below what there can be", "out_of_bounds", field("{ type: string, max: «-1» }")],
  ["a name that is no identifier", "unusable_name", { "entities/sample.yaml": "entity: «sales order»\nfields: {}\n" }],
  ["SQL as the name of a field", "unusable_name", entity(`  «"a\\"; drop table x; --"»: string\n`)],
  ["a name in another script", "unusable_name", entity("  «naïve»: string\n"), /label/],
  ["a name that every object has", "reserved_name", entity("  «constructor»: string\n")],
  ["the name that JavaScript passes over", "reserved_name", entity("  «__proto__»: string\n")],
  ["a column that every table has", "reserved_name", entity("  «xmin»: string\n"), /hidden column/],
  ["a schema of PostgreSQL", "reserved_name", top("schema: «pg_catalog»\n")],
  ["a column name of more than 63 bytes", "name_too_long", entity(`  «a${"b".repeat(63)}»: string\n`), /64 bytes/],
  ["bytes, not letters, of a table name", "name_too_long", top(`table: «${"ü".repeat(32)}»\n`), /64 bytes/],
  [
    "a table name too long after it was derived",
    "name_too_long",
    { "entities/sample.yaml": `entity: «${"Ab".repeat(25)}»\nfields: {}\n` },
  ],
  [
    "two entities of one name",
    "duplicate_entity",
    { "entities/other.yaml": account.replace("Account", "«Account»") },
    /account.yaml, line 1/,
  ],
  ["two entities with one table", "duplicate_table", top("table: «accounts»\n"), /`Sample` and `Account`/],
  ["two fields with one column", "duplicate_column", entity("  accountId: string\n  «account_id»: string\n")],
  ["a field that a mixin brings as well", "field_twice", entity("  «createdAt»: datetime\nmixins: [timestamps]\n")],
  [
    "a reference to nothing",
    "unknown_entity",
    field("{ type: reference, to: «Acount» }"),
    /Did you mean|Write `Account`/,
  ],
  ["a reference to nothing in the short form", "unknown_entity", entity("  sample: «-> Nobody»\n")],
  [
    "a sub-module that selects nothing that is there",
    "unknown_entity",
    { "module.yaml": "title: T\nsub_modules:\n  main: [Account, «Acount»]\n" },
  ],
  [
    "an entity that is selected twice",
    "entity_selected_twice",
    { "module.yaml": "title: T\nsub_modules:\n  main:\n    entities: [Account, «Account»]\n" },
  ],
  [
    "a reference to a key of two fields",
    "composite_reference",
    {
      ...entity("  a: string\n  b: string\nkey: [a, b]\n"),
      "entities/x.yaml": "entity: X\nfields:\n  sample: { type: reference, to: «Sample» }\n",
    },
  ],
  [
    "a required reference to itself",
    "circular_references",
    entity("  «parent»: { type: reference, to: Sample, required: true }\n"),
  ],
  [
    "required references in a circle, once",
    "circular_references",
    {
      "entities/a.yaml": "entity: A\nfields:\n  «b»: { type: reference, to: B, required: true }\n",
      "entities/b.yaml": "entity: B\nfields:\n  a: { type: reference, to: A, required: true }\n",
    },
    /A\.b -> B\.a -> A/,
  ],
  [
    "keys that lead to each other",
    "reference_loop",
    entity("  sample: { type: reference, to: «Sample» }\nkey: sample\n"),
  ],
  [
    "set_null on a required reference",
    "required_set_null",
    field("{ type: reference, to: Account, required: true, on_delete: «set_null» }"),
  ],
  [
    "an enum default that is not a value",
    "value_unfit",
    field("{ type: enum, values: [open, closed], default: «opne» }"),
    /Did you mean `open`/,
  ],
  ["an enum without values", "enum_without_values", entity("  «sample»: { type: enum }\n")],
  ["an enum value that is there twice", "duplicate_value", field("{ type: enum, values: «[open, open]» }")],
  [
    "an enum that is named and written out",
    "enum_said_twice",
    { ...field("{ type: enum, enum: «Colour», values: [a] }"), "enums.yaml": "Colour: [red]\n" },
  ],
  [
    "an enum that no file has",
    "unknown_enum",
    { ...field("{ type: enum, enum: «Color» }"), "enums.yaml": "Colour: [red]\n" },
    /`enum: Colour`/,
  ],
  ["a value that a named enum has twice", "duplicate_value", { "enums.yaml": "«Color»: [red, red]\n" }],
  [
    "an enum value of more than 63 bytes",
    "value_too_long",
    { "enums.yaml": `«Color»: [${"ü".repeat(32)}]\n` },
    /64 bytes/,
  ],
  ["an enum name of more than 63 bytes", "name_too_long", { "enums.yaml": `«${"Ab".repeat(25)}»: [a]\n` }],
  ["a map of what is no enum", "map_without_enum", field("{ type: string, map: «{ a: b }» }")],
  ["a key that may be empty", "key_optional", entity("  sample: { type: string, required: «false» }\nkey: sample\n")],
  ["a key that is no plain value", "key_unfit", entity("  «sample»: json\nkey: sample\n")],
  [
    "a condition that compares with nothing",
    "empty_condition",
    top("access:\n  - { allow: read, to: anyone, when: { sample: «{}» } }\n"),
  ],
  [
    "a user that is less than another",
    "user_comparison",
    entity("  sample: user\naccess:\n  - { allow: read, to: anyone, when: { sample: «{ lt: $user }» } }\n"),
  ],
  ["a map to no value", "map_unknown", field("{ type: enum, values: [a], map: «{ old: b }» }")],
  [
    "a map from a value that is still there",
    "map_still_there",
    field("{ type: enum, values: [a, b], map: «{ a: b }» }"),
  ],
  ["a pattern that is no regular expression", "bad_pattern", field("{ type: string, pattern: «'['» }")],
  ["min above max", "min_above_max", field("{ type: integer, min: «5», max: 1 }")],
  ["a limit that the type cannot hold", "limit_out_of_type", field("{ type: smallint, max: «40000» }")],
  [
    "more digits after the point than in all",
    "scale_above_precision",
    field("{ type: decimal, precision: 2, scale: «4» }"),
  ],
  [
    "a default that is out of range",
    "value_unfit",
    field("{ type: integer, max: 5, default: «6» }"),
    /largest value is 5/,
  ],
  ["a default that is too long", "value_unfit", field("{ type: string, max: 3, default: «abcd» }"), /4 characters/],
  ["a default of another type", "value_unfit", field("{ type: boolean, default: «1» }")],
  ["a backfill of another type", "value_unfit", field("{ type: date, backfill: «soon» }")],
  [
    "a default for what the database computes",
    "option_unfit",
    field("{ type: computed, of: integer, sql: 1 + 1, default: «1» }"),
  ],
  ["a unique over a field that is not there", "unknown_field", top("unique: [[sample, «nam»]]\n")],
  ["an index over a field that is not there", "unknown_field", top("indexes: [[«smaple»]]\n"), /`sample`/],
  ["a field that a unique lists twice", "field_listed_twice", top("unique: [[sample, «sample»]]\n")],
  ["a key that is no field", "unknown_field", top("key: «code»\n")],
  [
    "an access rule over a field that is not there",
    "unknown_field",
    top("access:\n  - { allow: read, to: anyone, when: { «stat»: x } }\n"),
  ],
  [
    "an access rule over a value that cannot be",
    "value_unfit",
    entity("  sample: { type: enum, values: [a] }\naccess:\n  - { allow: read, to: anyone, when: { sample: «b» } }\n"),
  ],
  [
    "an owner rule without an owner",
    "owner_missing",
    top("access:\n  - { allow: read, to: «owner» }\n"),
    /mixins: \[owned\]/,
  ],
  ["an owner that is no user", "owner_not_user", top("owner: «sample»\n")],
  [
    "a user compared with text",
    "user_unfit",
    top("access:\n  - { allow: read, to: anyone, when: { sample: «$user» } }\n"),
  ],
  [
    "a rename from what is still there",
    "renamed_from_taken",
    entity("  other: string\n  sample: { type: string, renamed_from: «other» }\n"),
  ],
  [
    "two names that change places",
    "renamed_from_taken",
    entity("  other: { type: string, renamed_from: «sample» }\n  sample: { type: string, renamed_from: «other» }\n"),
  ],
  [
    "an enum renamed from one that is still there",
    "renamed_from_taken",
    { "enums.yaml": "Mood: [calm]\nFeeling: { values: [calm], renamed_from: «Mood» }\n" },
  ],
  [
    "two enums renamed from the same one",
    "renamed_from_taken",
    {
      "enums.yaml":
        "Mood: { values: [calm], renamed_from: Humour }\nFeeling: { values: [calm], renamed_from: «Humour» }\n",
    },
  ],
  [
    "an enum renamed from what is no name of one",
    "unusable_name",
    { "enums.yaml": "Feeling: { values: [calm], renamed_from: «mood» }\n" },
  ],
  [
    "a check and a unique constraint of one name",
    "duplicate_name",
    top("unique:\n  - { fields: [sample], name: one }\nchecks:\n  «one»: length(sample) > 1\n"),
  ],
  [
    "two constraints of one name",
    "duplicate_name",
    top("unique:\n  - { fields: [sample], name: one }\nindexes:\n  - { on: [sample], name: «one» }\n"),
  ],
  ["an alias to what holds it", "alias_to_itself", top("label: &a [«*a»]\n")],
  ["a character that no database stores", "unstorable_character", top('label: «"a\\0b"»\n')],
  ["a tab as indentation", "tab_as_indent", entity("«\t»sample: string\n")],
  ["a tag", "tag_not_used", top("label: «!!js/function» x\n")],
];

describe("reports", () => {
  test.each(faults)("%s", (_sentence, code, texts, words) => {
    const { model, problems } = read(texts);
    expect(problems.map((problem) => [problem.code, placeOf(problem)])).toEqual(
      markedPlaces(texts).map((place) => [`busm/${code}`, place]),
    );
    expect(model).toBeNull();
    if (words) expect(Object.values(problems[0] ?? {}).join("\n")).toMatch(words);
  });
});

test("reports every error of every file in one go", () => {
  const texts: Texts = {
    "module.yaml": "title: T\n«titel»: U\nsub_modules:\n  main: [«Nobody»]\n",
    "entities/a.yaml":
      "entity: A\nfields:\n  «one»: { sting: true }\n  two: «strng»\n  three: -> Sample\nunique:\n  - [one, «tow»]\n",
    "entities/sample.yaml": "entity: Sample\nfields:\n  sample: [",
  };
  const codes = read(texts).problems.map(({ code, location }) => [
    code,
    location.file.split("/").at(-1),
    location.line,
  ]);
  expect(codes).toEqual([
    ["busm/missing_type", "a.yaml", 3],
    ["busm/unknown_type", "a.yaml", 4],
    // `one` is broken, but meant; `tow` is neither. The broken file of Sample does not make the reference to it wrong.
    ["busm/unknown_field", "a.yaml", 7],
    ["busm/not_yaml", "sample.yaml", 3],
    ["busm/unknown_key", "module.yaml", 2],
    ["busm/unknown_entity", "module.yaml", 4],
  ]);
});

test("understands a short form as the full form that it stands for", () => {
  const short = read(
    entity(
      "  a: string(20)\n  b: decimal(10, 2)\n  c: list<string>\n  d: range<date>\n  e: -> Account\n  f: vector(3)\n",
    ),
  );
  const full = read(
    entity(
      "  a: { type: string, max: 20 }\n  b: { type: decimal, precision: 10, scale: 2 }\n" +
        "  c: { type: list, of: { type: string } }\n  d: { type: range, of: date }\n" +
        "  e: { type: reference, to: Account }\n  f: { type: vector, dimensions: 3 }\n",
    ),
  );
  expect(short.problems).toEqual([]);
  expect(short.model?.entities[1]?.entity).toEqual(full.model?.entities[1]?.entity);
});

test("takes any value that a default can be as a backfill", () => {
  const { model, problems } = read(
    entity(
      "  a: { type: list, of: string, required: true, backfill: [one, other] }\n" +
        "  b: { type: json, required: true, backfill: { wide: true } }\n" +
        "  c: { type: json, required: true, backfill: { sql: 'null' } }\n",
    ),
  );
  expect(problems).toEqual([]);
  const { a, b, c } = model?.entities[1]?.entity.fields ?? {};
  expect([a, b, c].map((field) => field?.backfill)).toEqual([["one", "other"], { wide: true }, { sql: "null" }]);
});

test("lets a deferrable or an optional reference break a circle", () => {
  const { problems } = read({
    "entities/a.yaml":
      "entity: A\nfields:\n  b: { type: reference, to: B, required: true, deferrable: true }\n  c: -> B\n",
    "entities/b.yaml": "entity: B\nfields:\n  a: { type: reference, to: A, required: true }\n",
  });
  expect(problems).toEqual([]);
});

test("takes any text for labels and for the database's own names", () => {
  const { model, problems } = read(
    top(
      'label: "Robert\'); DROP TABLE \\"x\\"; -- ünï ☃"\ntable: "order; drop \\"x\\""\nchecks: { "a \'b\'": sample <> \'\' }\n',
    ),
  );
  expect(problems).toEqual([]);
  expect(model?.entities[1]?.entity.table).toBe('order; drop "x"');
});

test("takes a word for a default only where the type gives it a meaning", () => {
  const { problems } = read(
    entity(
      "  a: { type: datetime, default: now }\n  b: { type: string, default: now }\n  c: { type: user, default: user }\n",
    ),
  );
  expect(problems).toEqual([]);
});

test("warns of rows that may be changed but not read", () => {
  const texts = top("access:\n  - { allow: «[update, delete]», to: signed_in }\n  - { allow: all, to: service }\n");
  const { model, problems } = read(texts);
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["busm/change_without_read", "warning"]]);
  expect(problems.map(placeOf)).toEqual(markedPlaces(texts));
  expect(model).not.toBeNull();
});

test.each(["anyone", "signed_in", "owner"])("finds a rule for %s to read enough for an owner who changes", (reader) => {
  const { problems } = read(
    top(`mixins: [owned]\naccess:\n  - { allow: update, to: owner }\n  - { allow: read, to: ${reader} }\n`),
  );
  expect(problems).toEqual([]);
});

test.each([
  ["a broken enum", "Color: [«1»]\nSize: [a]\n", "busm/wrong_kind"],
  ["a broken file of enums", "Color: «[»", "busm/not_yaml"],
])("does not call %s unknown where it is used", (_what, enums, code) => {
  const { problems } = read({ ...field("{ type: enum, enum: Color, default: red }"), "enums.yaml": enums });
  expect(problems.map((problem) => problem.code)).toEqual([code]);
});

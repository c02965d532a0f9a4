import type { ModelFiles } from "./arbitrary-model.ts";

/** A change of a model on rows that are there: what docs/changes.md shows and what is measured for it. */
export interface ModelChange {
  readonly title: string;
  /** The entity Item, as the lines of its fields, or as its whole file. */
  readonly before: ItemFile;
  readonly after: ItemFile;
  /** Files that both models have besides. */
  readonly others?: ModelFiles;
  /** Files of the model after it, which the one before lacks or has otherwise. */
  readonly newFiles?: ModelFiles;
  readonly seed?: string;
}

interface ItemFile {
  readonly fields: string;
  /** Lines of the file behind its fields. */
  readonly more?: string;
  /** Lines of the file before its fields. */
  readonly head?: string;
  /** What the entity is called, where it is not Item; null where it left the model. */
  readonly entity?: string | null;
}

const name = "  name: { type: string, required: true, max: 100 }\n";
const rows = "INSERT INTO items (name) VALUES ('one'), ('two')";
const access = "access:\n  - { allow: all, to: signed_in }\n";

const owner: ModelFiles = { "entities/owner.yaml": `entity: Owner\nfields:\n${name}${access}` };
const plain = { fields: name };
const withField = (line: string): ItemFile => ({ fields: `${name}  ${line}\n` });

/** One field that changes. */
const field = (title: string, before: string, after: string, seed = rows): ModelChange => ({
  title,
  before: withField(before),
  after: withField(after),
  seed,
});

const newField = (title: string, line: string): ModelChange => ({
  title,
  before: plain,
  after: withField(line),
  seed: rows,
});

const amounts = "INSERT INTO items (name, amount) VALUES ('one', 1), ('two', 2)";
const notes = "INSERT INTO items (name, note) VALUES ('one', 'it''s long'), ('two', NULL)";
const states = "INSERT INTO items (name, state) VALUES ('one', 'open'), ('two', 'done')";

/** The rows of the table in the README's chapter "What each change does", and the variants that PostgreSQL treats otherwise. */
export const modelChanges: readonly ModelChange[] = [
  { title: "A new entity", before: plain, after: plain, newFiles: owner, seed: rows },
  newField("A new optional field", "note: text"),
  newField("A new required field with a constant default", "amount: { type: integer, required: true, default: 0 }"),
  newField(
    "A new required field whose default is another for each row",
    "token: { type: uuid, required: true, default: uuid }",
  ),
  newField("A new required field with a backfill", "amount: { type: integer, required: true, backfill: 0 }"),
  {
    title: "A new reference",
    before: plain,
    after: withField("ownerId: -> Owner"),
    others: owner,
    seed: rows,
  },
  {
    title: "A field that leaves the model",
    before: withField("amount: { type: integer, required: true, min: 0 }"),
    after: plain,
    seed: amounts,
  },
  {
    title: "An entity that leaves the model",
    before: plain,
    after: { ...plain, entity: null },
    others: owner,
    seed: rows,
  },
  field("A field renamed", "note: text", "remark: { type: text, renamed_from: note }", notes),
  {
    title: "An entity renamed",
    before: plain,
    after: { ...plain, entity: "Article", head: "renamed_from: Item\n" },
    seed: rows,
  },
  field("A longer text", "note: string(50)", "note: string(100)", notes),
  field("A text without a limit", "note: string(50)", "note: text", notes),
  field("More digits", "amount: decimal(8,2)", "amount: decimal(12,2)", amounts),
  field("A wider number", "amount: integer", "amount: bigint", amounts),
  field(
    "A narrower text, with a cast",
    "note: text",
    'note: { type: string, max: 5, cast: { sql: "left(note, 5)" } }',
    notes,
  ),
  field(
    "Another type, with a cast",
    "amount: integer",
    'amount: { type: boolean, cast: { sql: "amount > 1" } }',
    amounts,
  ),
  field(
    "An optional field that becomes required, with a backfill",
    "note: text",
    "note: { type: text, required: true, backfill: none }",
    notes,
  ),
  field(
    "A required field that becomes optional",
    "amount: { type: integer, required: true }",
    "amount: integer",
    amounts,
  ),
  field("Another default", "amount: { type: integer, default: 1 }", "amount: { type: integer, default: 2 }", amounts),
  field(
    "An enum value added",
    "state: { type: enum, values: [open, done] }",
    "state: { type: enum, values: [open, done, late] }",
    states,
  ),
  field(
    "A value added to a native enum",
    "state: { type: enum, values: [open, done], storage: native }",
    "state: { type: enum, values: [open, done, late], storage: native }",
    states,
  ),
  {
    title: "A native enum renamed",
    before: withField("state: { type: enum, enum: State, default: open }"),
    after: withField("state: { type: enum, enum: Status, default: open }"),
    others: { "enums.yaml": "State: { values: [open, done], storage: native }\n" },
    newFiles: { "enums.yaml": "Status: { values: [open, done], storage: native, renamed_from: State }\n" },
    seed: states,
  },
  field(
    "An enum value taken away, with a map",
    "state: { type: enum, values: [open, done] }",
    "state: { type: enum, values: [open], map: { done: open } }",
    states,
  ),
  field("Unique values", "amount: integer", "amount: { type: integer, unique: true }", amounts),
  field("An index", "amount: integer", "amount: { type: integer, index: true }", amounts),
  field("No index", "amount: { type: integer, index: true }", "amount: integer", amounts),
  field("A smallest value", "amount: integer", "amount: { type: integer, min: 0 }", amounts),
  {
    title: "A check",
    before: plain,
    after: { ...plain, more: "checks:\n  known: name <> ''\n" },
    seed: rows,
  },
  {
    title: "A tighter access rule",
    before: plain,
    after: { ...plain, more: "access:\n  - { allow: read, to: signed_in }\n" },
    seed: rows,
  },
  {
    title: "A looser access rule",
    before: { ...plain, more: "access:\n  - { allow: read, to: signed_in }\n" },
    after: plain,
    seed: rows,
  },
  {
    title: "A view changed",
    before: plain,
    after: plain,
    others: {
      "sql/names.sql":
        "CREATE VIEW public.item_names WITH (security_invoker = true) AS SELECT id, name FROM public.items;\n",
    },
    newFiles: {
      "sql/names.sql":
        "CREATE VIEW public.item_names WITH (security_invoker = true) AS SELECT id, upper(name) AS name FROM public.items;\n",
    },
    seed: rows,
  },
  {
    title: "A function changed",
    before: plain,
    after: plain,
    others: {
      "sql/answer.sql": "CREATE FUNCTION public.answer() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 41';\n",
    },
    newFiles: {
      "sql/answer.sql": "CREATE FUNCTION public.answer() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 42';\n",
    },
    seed: rows,
  },
];

/** The models before and after a change, as files. */
export function filesOf({ before, after, others = {}, newFiles = {} }: ModelChange): readonly [ModelFiles, ModelFiles] {
  const more = { ...others, ...newFiles };
  return [modelOf(before, others), modelOf(after, more)];
}

function modelOf(item: ItemFile, others: ModelFiles): ModelFiles {
  const { entity = "Item" } = item;
  const entities = [...(entity === null ? [] : [entity]), ...("entities/owner.yaml" in others ? ["Owner"] : [])];
  return {
    "module.yaml": `title: Shop\nsub_modules:\n  main: { title: Main, entities: [${entities.join(", ")}] }\n`,
    ...(entity === null ? {} : { "entities/item.yaml": fileOf(item) }),
    ...others,
  };
}

/** The entity's file; without access rules of its own it has one for all who are signed in. */
function fileOf({ entity = "Item", head = "", fields, more = "" }: ItemFile): string {
  return `entity: ${entity}\n${head}fields:\n${fields}${more}${more.includes("access:") ? "" : access}`;
}

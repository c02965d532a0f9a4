import fc from "fast-check";

/** A random CRM-like model as YAML files, which JSON is too. Few names, so that two models have much in common. */

const entityNames = ["Account", "Order", "User", "Contact"] as const;

type Yaml = string | number | boolean | readonly Yaml[] | { readonly [key: string]: Yaml };

const optional = (value: Yaml): fc.Arbitrary<Yaml | undefined> => fc.option(fc.constant(value), { nil: undefined });

const record = (shape: Readonly<Record<string, fc.Arbitrary<Yaml | undefined>>>): fc.Arbitrary<Yaml> =>
  fc
    .record(shape)
    .map((value) =>
      Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Yaml] => entry[1] !== undefined)),
    );

const flag = (): fc.Arbitrary<Yaml | undefined> => fc.option(fc.constant(true), { nil: undefined });
const label = fc.option(fc.constantFrom(`it's`, `"; DROP SCHEMA public CASCADE; --`, "Straße\n2", "$$"), {
  nil: undefined,
});

/** Within a name every type holds what the others hold, or the cast is written down. */
const fields: Readonly<Record<string, fc.Arbitrary<Yaml>>> = {
  name: record({
    type: fc.constantFrom("string", "text"),
    max: fc.constantFrom(20, 100, undefined),
    required: flag(),
    default: optional("it's"),
    unique: flag(),
    label,
  }),
  size: record({
    type: fc.constantFrom("integer", "bigint", "decimal"),
    min: optional(0),
    index: flag(),
    default: optional(1),
    label,
  }),
  state: fc.oneof(
    record({
      type: fc.constant("enum"),
      values: fc.constantFrom(["open", "done"], ["open", "it's", "done"]),
      default: optional("open"),
      required: flag(),
    }),
    record({
      type: fc.constant("enum"),
      storage: fc.constant("native"),
      values: fc.constantFrom(["open", "done"], ["open", "it's", "done"]),
    }),
    record({ type: fc.constant("string"), max: fc.constant(30) }),
  ),
  dueAt: record({
    type: fc.constantFrom("datetime", "date"),
    default: optional("now").filter(() => true),
    index: flag(),
  }).map((field) => ((field as { type: string }).type === "date" ? { type: "date" } : field)),
  tags: fc.constantFrom<Yaml>(
    { type: "list", of: "string" },
    { type: "list", of: "string", required: true, default: [] },
  ),
  email: record({ type: fc.constant("email"), required: flag(), default: fc.constant("a@b.example") }),
  active: record({ type: fc.constant("boolean"), required: fc.constant(true), default: fc.boolean() }),
};

const arbitraryFields = fc
  .subarray(Object.keys(fields), { minLength: 1 })
  .chain((names) =>
    fc.tuple(...names.map((name) => (fields[name] ?? fc.constant("text")).map((field) => [name, field] as const))),
  )
  .map((entries): Readonly<Record<string, Yaml>> => Object.fromEntries(entries));

const arbitraryEntity = (name: string, others: readonly string[]) =>
  fc
    .record({
      fields: arbitraryFields,
      mixins: fc.subarray(["timestamps", "soft_delete", "owned", "tenant", "audit"]),
      references: fc.subarray([...others]),
      onDelete: fc.constantFrom("restrict", "cascade", "set_null"),
      allow: fc.subarray(["create", "read", "update", "delete"], { minLength: 1 }),
      to: fc.constantFrom("anyone", "signed_in", "service"),
      description: label,
    })
    .map(({ fields, mixins, references, onDelete, allow, to, description }): Yaml => {
      const referring = Object.fromEntries(
        references.map((other) => [`${other.toLowerCase()}Id`, { type: "reference", to: other, on_delete: onDelete }]),
      );
      return {
        entity: name,
        mixins,
        fields: { ...fields, ...referring },
        access: [{ allow, to }],
        ...(description === undefined ? {} : { description }),
      };
    });

/** Path in the module's folder -> text. */
export type ModelFiles = Readonly<Record<string, string>>;

export const arbitraryModel: fc.Arbitrary<ModelFiles> = fc
  .subarray([...entityNames], { minLength: 1 })
  .chain((names) => fc.tuple(fc.constant(names), ...names.map((name) => arbitraryEntity(name, names))))
  .map(([names, ...entities]) => ({
    "module.yaml": JSON.stringify({ title: "CRM", sub_modules: { all: { title: "All", entities: names } } }),
    ...Object.fromEntries(
      entities.map((entity, index) => [`entities/${names[index]?.toLowerCase()}.yaml`, JSON.stringify(entity)]),
    ),
  }));

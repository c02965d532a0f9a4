import {
  type EntityState,
  type FieldState,
  type FieldYaml,
  itself,
  type Kind,
  type ModelState,
  type RuleState,
  without,
  withYaml,
  type Yaml,
} from "./model-state.ts";

/** An edit before it is known what it meets: three numbers that choose. */
export interface Edit {
  readonly what: keyof typeof edits;
  readonly which: readonly [number, number, number];
}

const entityNames = ["Account", "Order", "User", "Contact", "Deal", "Ticket", "Person", "Task", "Note", "Group"];
const fieldNames = [
  "name",
  "title",
  "order",
  "end",
  "begin",
  "label",
  "sizeOf",
  "code",
  "new",
  "user",
  "amount",
  "note",
  "rank",
  "topic",
  "grade",
];

const pick = <T>(values: readonly T[], number: number): T | undefined => values[number % Math.max(values.length, 1)];
const free = (names: readonly string[], used: readonly string[], number: number): string | undefined =>
  pick(
    names.filter((name) => !used.includes(name)),
    number,
  );

const kinds: readonly Kind[] = ["string", "integer", "state", "flag", "tags", "day", "reference"];
const plainYaml: Readonly<Record<Exclude<Kind, "reference">, FieldYaml>> = {
  string: { type: "string", max: 30 },
  integer: { type: "integer" },
  state: { type: "enum", values: ["open", "done", "it's"] },
  flag: { type: "boolean" },
  tags: { type: "list", of: "string" },
  day: { type: "datetime" },
};
/** Constants that a required field's rows get. */
const constants: Readonly<Partial<Record<Kind, Yaml>>> = {
  string: "it's",
  integer: 7,
  state: "open",
  flag: true,
  tags: [],
  day: "now",
};

const changeEntity = (model: ModelState, changed: EntityState): ModelState => ({
  ...model,
  entities: model.entities.map((entity) => (entity.id === changed.id ? changed : entity)),
});

const changeField = (model: ModelState, entity: EntityState, changed: FieldState): ModelState =>
  changeEntity(model, { ...entity, fields: entity.fields.map((field) => (field.id === changed.id ? changed : field)) });

/** Finds an entity and one of its fields that an edit suits, and makes it. */
const onField =
  (suits: (field: FieldState) => boolean, change: (field: FieldState, number: number) => FieldState) =>
  (model: ModelState, [first, second, third]: Edit["which"]): ModelState => {
    const entity = pick(model.entities, first);
    const field = entity && pick(entity.fields.filter(suits), second);
    return entity && field ? changeField(model, entity, change(field, third)) : model;
  };

const isPlain = ({ kind }: FieldState): boolean => kind !== "reference";
/** With a constant for all, the second row would be refused. */
const isUnique = ({ yaml }: FieldState): boolean => yaml.unique === true;
const valuesOf = ({ yaml }: FieldState): readonly string[] => yaml.values as readonly string[];

const addField =
  (more: (kind: Kind) => FieldYaml) =>
  (model: ModelState, [first, second, third]: Edit["which"]): ModelState => {
    const entity = pick(model.entities, first);
    const name = entity && free(fieldNames, entity.usedNames, second);
    const kind = pick(kinds, third) ?? "string";
    const target = pick(model.entities, second + third);
    if (!entity || name === undefined || !target) return model;
    const yaml: FieldYaml =
      kind === "reference" ? { type: "reference", to: target.name } : { ...plainYaml[kind], ...more(kind) };
    const field: FieldState = { id: model.nextId, kind, name, formerNames: [], yaml };
    return {
      ...changeEntity(model, { ...entity, fields: [...entity.fields, field], usedNames: [...entity.usedNames, name] }),
      nextId: model.nextId + 1,
    };
  };

const everything = ["create", "read", "update", "delete"] as const;
/** Rules that an entity may have. */
const ruleSets: readonly ((entity: Pick<EntityState, "mixins" | "fields">) => readonly RuleState[])[] = [
  ({ mixins }) => [{ allow: everything, to: mixins.includes("owned") ? "owner" : "signed_in" }],
  ({ mixins }) => [
    { allow: ["read", "create"], to: "signed_in" },
    ...(mixins.includes("owned") ? [{ allow: ["update", "delete"], to: "owner" } as const] : []),
  ],
  ({ fields }) => {
    const state = fields.find(({ kind }) => kind === "state");
    const when = state === undefined ? {} : { when: { field: state.id, value: "open" } };
    return [
      { allow: ["read", "update"], to: "signed_in", ...when },
      { allow: ["create"], to: "anyone" },
    ];
  },
  () => [
    { allow: ["read"], to: "anyone" },
    { allow: everything, to: "signed_in" },
  ],
  () => [{ allow: everything, to: "service" }],
];

/** A rule that looks at a field cannot do without it. */
const isInRule = ({ access }: EntityState, field: FieldState): boolean =>
  access.some(({ when }) => when?.field === field.id);

/** A view of a former name shows no secret fields, so earlier code has to follow in them. */
const followSecrets = (model: ModelState, { fields, removed }: EntityState): ModelState => ({
  ...model,
  decided: [
    ...model.decided,
    ...[...fields, ...removed].flatMap(({ id, yaml }) =>
      yaml.secret === true ? [{ field: id, followed: true } as const] : [],
    ),
  ],
});

/** The model says what rows without a value get. */
const filled = (model: ModelState, { id }: FieldState, value: Yaml): ModelState => ({
  ...model,
  decided: [...model.decided, { field: id, mapped: { from: null, to: String(value) } }],
});

const rename = (field: FieldState, name: string): FieldState => ({
  ...withYaml(field, { renamed_from: field.name }),
  name,
  formerNames: [...field.formerNames.filter((former) => former !== name), field.name],
});

/** References say the entity's name. */
const pointTo = (model: ModelState, from: string, to: string): ModelState => ({
  ...model,
  entities: model.entities.map((entity) => ({
    ...entity,
    fields: entity.fields.map((field) => (field.yaml.to === from ? withYaml(field, { to }) : field)),
    removed: entity.removed.map((field) => (field.yaml.to === from ? withYaml(field, { to }) : field)),
  })),
});

const renameEntity = (model: ModelState, entity: EntityState, name: string): ModelState =>
  pointTo(
    {
      ...changeEntity(followSecrets(model, entity), {
        ...entity,
        name,
        renamedFrom: entity.name,
        formerNames: [...entity.formerNames.filter((former) => former !== name), entity.name],
      }),
      usedNames: [...model.usedNames, name],
    },
    entity.name,
    name,
  );

export const edits = {
  addEntity: (model: ModelState, [first, second]: Edit["which"]): ModelState => {
    const name = free(entityNames, model.usedNames, first);
    return name === undefined ? model : addEntity(model, name, second);
  },
  addOptionalField: addField(() => ({})),
  addIndexedField: addField(() => ({ index: true })),
  addRequiredFieldWithDefault: addField((kind) => ({ required: true, default: constants[kind] ?? "it's" })),
  addRequiredFieldWithBackfill: addField(
    (kind): FieldYaml =>
      kind === "tags" || kind === "day" ? {} : { required: true, backfill: constants[kind] ?? "it's" },
  ),
  removeField: (model: ModelState, [first, second]: Edit["which"]): ModelState => {
    const entity = pick(model.entities, first);
    const field = entity && pick(entity.fields, second);
    if (!entity || !field || entity.fields.length < 2 || isInRule(entity, field)) return model;
    return changeEntity(model, {
      ...entity,
      fields: entity.fields.filter(({ id }) => id !== field.id),
      removed: [...entity.removed, field],
    });
  },
  bringFieldBack: (model: ModelState, [first, second]: Edit["which"]): ModelState => {
    const entity = pick(model.entities, first);
    const field =
      entity &&
      pick(
        entity.removed.filter(
          ({ yaml }) => yaml.to === undefined || model.entities.some(({ name }) => name === yaml.to),
        ),
        second,
      );
    if (!entity || !field) return model;
    const { default: value } = field.yaml;
    const simple = field.kind === "tags" || field.kind === "day" || value === undefined;
    // Rows that came meanwhile have no value.
    const plain = without(field, "required", "backfill");
    const back =
      field.yaml.required !== true ? field : simple ? plain : withYaml(plain, { required: true, backfill: value });
    const changed = changeEntity(model, {
      ...entity,
      fields: [...entity.fields, back],
      removed: entity.removed.filter(({ id }) => id !== field.id),
    });
    return back.yaml.backfill === undefined || simple ? changed : filled(changed, field, value);
  },
  removeEntity: (model: ModelState, [first]: Edit["which"]): ModelState => {
    const entity = pick(model.entities, first);
    if (!entity || model.entities.length < 2) return model;
    if (model.entities.some(({ fields }) => fields.some(({ yaml }) => yaml.to === entity.name))) return model;
    return {
      ...model,
      entities: model.entities.filter(({ id }) => id !== entity.id),
      removed: [...model.removed, entity],
    };
  },
  renameField: (model: ModelState, [first, second, third]: Edit["which"]): ModelState => {
    const entity = pick(model.entities, first);
    const field = entity && pick(entity.fields, second);
    const name = entity && free(fieldNames, entity.usedNames, third);
    if (!entity || !field || name === undefined) return model;
    return changeField(model, { ...entity, usedNames: [...entity.usedNames, name] }, rename(field, name));
  },
  renameFieldBack: onField(
    ({ formerNames }) => formerNames.length > 0,
    (field, number) => rename(field, pick(field.formerNames, number) ?? field.name),
  ),
  renameEntity: (model: ModelState, [first, second]: Edit["which"]): ModelState => {
    const entity = pick(model.entities, first);
    const name = free(entityNames, model.usedNames, second);
    return !entity || name === undefined ? model : renameEntity(model, entity, name);
  },
  renameEntityBack: (model: ModelState, [first, second]: Edit["which"]): ModelState => {
    const entity = pick(
      model.entities.filter(({ formerNames }) => formerNames.length > 0),
      first,
    );
    const name = entity && pick(entity.formerNames, second);
    return !entity || name === undefined ? model : renameEntity(model, entity, name);
  },
  widenType: onField(
    ({ kind }) => kind === "string" || kind === "integer",
    (field, number) => {
      // Nothing is wider than text.
      if (field.yaml.type === "text") return field;
      if (field.kind === "string")
        return number % 2 === 0 ? withYaml(field, { max: 60 }) : withYaml(without(field, "max"), { type: "text" });
      return field.yaml.type === "integer"
        ? withYaml(field, { type: "bigint" })
        : withYaml(field, { type: "decimal", precision: 24, scale: 4 });
    },
  ),
  makeOptional: onField(
    ({ yaml }) => yaml.required === true,
    (field) => without(field, "required"),
  ),
  makeRequired: (model: ModelState, [first, second]: Edit["which"]): ModelState => {
    const entity = pick(model.entities, first);
    const suits = (field: FieldState): boolean =>
      isPlain(field) &&
      field.yaml.required !== true &&
      field.yaml.secret !== true &&
      !isUnique(field) &&
      field.kind !== "tags" &&
      field.kind !== "day";
    const field = entity && pick(entity.fields.filter(suits), second);
    if (!entity || !field) return model;
    const backfill = constants[field.kind] ?? "it's";
    return filled(changeField(model, entity, withYaml(field, { required: true, backfill })), field, backfill);
  },
  changeDefault: onField(
    (field) => isPlain(field) && field.kind !== "tags" && !isUnique(field),
    (field) => withYaml(field, { default: constants[field.kind] ?? "it's" }),
  ),
  addEnumValue: onField(
    (field) => field.kind === "state" && !valuesOf(field).includes("new one"),
    (field) => withYaml(field, { values: [...valuesOf(field), "new one"] }),
  ),
  removeEnumValue: (model: ModelState, [first, second]: Edit["which"]): ModelState => {
    const entity = pick(model.entities, first);
    const field =
      entity &&
      pick(
        entity.fields.filter((one) => one.kind === "state" && valuesOf(one).includes("done")),
        second,
      );
    if (!entity || !field) return model;
    const values = valuesOf(field).filter((value) => value !== "done");
    return {
      ...changeField(model, entity, withYaml(field, { values, map: { done: "open" } })),
      decided: [...model.decided, { field: field.id, mapped: { from: "done", to: "open" } }],
    };
  },
  retype: (model: ModelState, [first, second]: Edit["which"]): ModelState => {
    const entity = pick(model.entities, first);
    const field =
      entity &&
      pick(
        entity.fields.filter((one) => one.kind === "flag" && one.yaml.type === "boolean"),
        second,
      );
    if (!entity || !field) return model;
    const { default: _, backfill: __, required: ___, ...yaml } = field.yaml;
    const sql = `CASE WHEN ${itself} THEN 'yes' ELSE 'no' END`;
    return {
      ...changeField(model, entity, { ...field, kind: "string", yaml: { ...yaml, type: "text", cast: { sql } } }),
      decided: [...model.decided, { field: field.id, followed: true }],
    };
  },
  addUnique: onField(
    ({ kind, yaml }) => kind === "integer" && yaml.default === undefined && yaml.backfill === undefined,
    (field) => withYaml(field, { unique: true }),
  ),
  addIndex: onField(isPlain, (field) => withYaml(field, { index: true })),
  removeIndex: onField(
    ({ yaml }) => yaml.index === true,
    (field) => without(field, "index"),
  ),
  addCheck: onField(
    ({ kind }) => kind === "integer",
    (field) => withYaml(field, { min: 0 }),
  ),
  changeAccess: (model: ModelState, [first, second]: Edit["which"]): ModelState => {
    const entity = pick(model.entities, first);
    const rules = pick(ruleSets, second);
    return entity && rules ? changeEntity(model, { ...entity, access: rules(entity) }) : model;
  },
  // Code that cannot give a value under a former name still has to be able to add a row.
  makeSecret: (model: ModelState, [first, second]: Edit["which"]): ModelState => {
    const entity = pick(model.entities, first);
    const field =
      entity &&
      pick(
        entity.fields.filter(({ yaml }) => yaml.required !== true),
        second,
      );
    if (!entity || !field) return model;
    const changed = changeField(model, entity, withYaml(field, { secret: true }));
    const now = changed.entities.find(({ id }) => id === entity.id);
    return now === undefined || entity.formerNames.length === 0 ? changed : followSecrets(changed, now);
  },
  revealSecret: onField(
    ({ yaml }) => yaml.secret === true,
    (field) => without(field, "secret"),
  ),
  describe: onField(isPlain, (field) => withYaml(field, { description: 'it\'s $$ "quoted"' })),
} satisfies Record<string, (model: ModelState, which: Edit["which"]) => ModelState>;

export function addEntity(model: ModelState, name: string, number: number): ModelState {
  const field: FieldState = { id: model.nextId, kind: "string", name: "name", formerNames: [], yaml: plainYaml.string };
  const mixins = [["owned"], ["timestamps"], ["timestamps", "soft_delete", "owned"]][number % 3] ?? [];
  const entity: EntityState = {
    id: model.nextId + 1,
    name,
    formerNames: [],
    renamedFrom: null,
    mixins,
    access: pick(ruleSets, number)?.({ mixins, fields: [field] }) ?? [],
    fields: [field],
    removed: [],
    usedNames: ["name"],
  };
  return {
    ...model,
    entities: [...model.entities, entity],
    usedNames: [...model.usedNames, name],
    nextId: model.nextId + 2,
  };
}

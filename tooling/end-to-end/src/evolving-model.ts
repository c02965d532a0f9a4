import type { ModelFiles } from "./arbitrary-model.ts";
import { addEntity, type Edit, edits } from "./model-edits.ts";
import {
  columnOf,
  type Decided,
  type FieldState,
  type FieldYaml,
  itself,
  type ModelState,
  without,
  withYaml,
} from "./model-state.ts";

/**
 * One iteration: some edits at once. Of names that were given in between nobody ever knew, and what is new says so: something
 * like it may leave at once.
 */
export function makeIteration(before: ModelState, made: readonly Edit[]): ModelState {
  const after = made.reduce((model, { what, which }) => edits[what](model, which), before);
  const settle = <
    Named extends { readonly id: number; readonly name: string; readonly formerNames: readonly string[] },
  >(
    now: Named,
    was: Named | undefined,
    renamed: (from: string | null) => Partial<Named>,
  ): Named => {
    if (was === undefined) return { ...now, formerNames: [], ...renamed(null) };
    if (was.name === now.name) return { ...now, formerNames: was.formerNames };
    const formerNames = [...was.formerNames.filter((name) => name !== now.name), was.name];
    return { ...now, formerNames, ...renamed(was.name) };
  };
  const everyField = before.entities.flatMap(({ fields, removed }) => [...fields, ...removed]);
  const settleField = (field: FieldState): FieldState => {
    const was = everyField.find(({ id }) => id === field.id);
    if (was?.name === field.name && was.yaml.renamed_from !== undefined)
      return { ...withYaml(field, { renamed_from: was.yaml.renamed_from }), formerNames: was.formerNames };
    const plain = without(field, "renamed_from");
    return settle(plain, was, (from) => ({ yaml: { ...plain.yaml, renamed_from: from } }));
  };
  const live = new Map(after.entities.flatMap(({ fields }) => fields.map((field) => [field.id, field] as const)));
  // What is kept of a field that left follows its table.
  const known = new Set(everyField.map(({ id }) => id));
  const stands = ({ field, mapped, followed }: Decided): boolean =>
    live.has(field)
      ? mapped?.from !== null || live.get(field)?.yaml.required === true
      : followed === true && known.has(field);
  return {
    ...after,
    // Of what was taken back at once nothing was decided.
    decided: after.decided.filter((decided, index) => index < before.decided.length || stands(decided)),
    entities: after.entities.map((entity) => {
      const was = before.entities.find(({ id }) => id === entity.id);
      const settled = settle({ ...entity, renamedFrom: was?.renamedFrom ?? null }, was, (renamedFrom) => ({
        renamedFrom,
      }));
      return {
        ...settled,
        fields: settled.fields.map(settleField),
        // What came and went at once never was.
        removed: settled.removed.flatMap(({ id }) => everyField.find((field) => field.id === id) ?? []),
      };
    }),
  };
}

export const firstModel: ModelState = addEntity(
  { entities: [], removed: [], usedNames: [], nextId: 1, decided: [] },
  "Account",
  0,
);

const sayItself = ({ name, yaml }: FieldState): FieldYaml =>
  JSON.parse(JSON.stringify(yaml).replaceAll(itself, `\\"${columnOf(name)}\\"`));

const nameIn = (fields: readonly FieldState[], field: number): string =>
  fields.find(({ id }) => id === field)?.name ?? "";

export const modelFiles = ({ entities }: ModelState): ModelFiles => ({
  "module.yaml": JSON.stringify({
    title: "CRM",
    sub_modules: { all: { title: "All", entities: entities.map(({ name }) => name) } },
  }),
  ...Object.fromEntries(
    entities.map(({ name, renamedFrom, mixins, fields, access }) => [
      `entities/${name.toLowerCase()}.yaml`,
      JSON.stringify({
        entity: name,
        renamed_from: renamedFrom,
        mixins,
        fields: Object.fromEntries(fields.map((field) => [field.name, sayItself(field)])),
        access: access.map(({ when, ...rule }) => ({
          ...rule,
          ...(when === undefined ? {} : { when: { [nameIn(fields, when.field)]: when.value } }),
        })),
      }),
    ]),
  ),
});

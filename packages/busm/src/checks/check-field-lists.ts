import * as accessMessages from "../messages/access.ts";
import * as optionMessages from "../messages/options.ts";
import * as referenceMessages from "../messages/references.ts";
import type { ModelProblem } from "../model-problem.ts";
import { suggestName } from "../names/suggest-name.ts";
import type { Path } from "../yaml/parse-yaml.ts";
import type { EntityView } from "./entity-view.ts";

/** Wherever an entity names its fields (key, display, owner, uniques, indexes), they are there, each once. */
export const checkFieldLists = (view: EntityView): readonly ModelProblem[] => {
  const { entity } = view;
  const list = (subject: string, names: readonly string[], path: Path) => checkList(view, subject, names, path);
  return [
    ...list("key", entity.key ?? [], ["key"]),
    ...list("display", entity.display === undefined ? [] : [entity.display], ["display"]),
    ...checkKeyFields(view),
    ...checkOwner(view),
    ...(entity.unique ?? []).flatMap(({ fields }, index) => list("unique", fields, ["unique", index])),
    ...(entity.indexes ?? []).flatMap(({ on, include }, index) => {
      const named = on.flatMap((part) => ("field" in part ? [part.field] : []));
      return [
        ...list("indexes", named, ["indexes", index]),
        ...list("include", include ?? [], ["indexes", index, "include"]),
      ];
    }),
    ...Object.entries(entity.fields).flatMap(([name, { unique }]) =>
      typeof unique === "object" && unique.scope
        ? list(`${name}.unique`, [...unique.scope, name], ["fields", name, "unique"])
        : [],
    ),
  ];
};

const checkList = (
  { entity, fields, mayHaveField, locate }: EntityView,
  what: string,
  names: readonly string[],
  path: Path,
): readonly ModelProblem[] =>
  names.flatMap((name, index) => {
    const subject = `${entity.entity}.${what}`;
    const at = () => locate([...path, index], "value");
    if (!mayHaveField(name))
      return [referenceMessages.unknownField(at(), subject, name, suggestName(name, fields.keys()))];
    return names.indexOf(name) < index ? [referenceMessages.fieldListedTwice(at(), subject, name)] : [];
  });

const checkKeyFields = ({ entity, locate }: EntityView): readonly ModelProblem[] =>
  (entity.key ?? ["id"]).flatMap((name) => {
    const field = Object.hasOwn(entity.fields, name) ? entity.fields[name] : undefined;
    const subject = `${entity.entity}.${name}`;
    if (field === undefined) return [];
    if (field.required === false)
      return [optionMessages.keyOptional(locate(["fields", name, "required"], "value"), subject)];
    return ["list", "json", "search", "computed"].includes(field.type)
      ? [optionMessages.keyUnfit(locate(["fields", name]), subject, field.type)]
      : [];
  });

const checkOwner = (view: EntityView): readonly ModelProblem[] => {
  const { owner, entity } = view.entity;
  if (owner === undefined) return [];
  const at = () => view.locate(["owner"], "value");
  if (!view.mayHaveField(owner)) {
    return [referenceMessages.unknownField(at(), `${entity}.owner`, owner, suggestName(owner, view.fields.keys()))];
  }
  const field = view.fields.get(owner)?.field;
  return field === undefined || field.type === "user" ? [] : [accessMessages.ownerNotUser(at(), entity, owner)];
};

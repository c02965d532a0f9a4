import type { Configuration, ConfiguredEntity } from "@build-it/artifacts";
import { isTypeName } from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import { enumsDiffer, referenceNeedsUnique, typeNameRefused } from "../diagnostics/bodies.ts";
import { checkAccess } from "./check-access.ts";
import { designType, scalarOf } from "./design-type.ts";
import { fieldOf } from "./designed.ts";

/** What a valid model can still ask for that PostgreSQL has no schema for. */
export const checkModel = ({ entities }: Configuration): readonly Diagnostic[] => [
  ...entities.flatMap(checkTypeNames),
  ...entities.flatMap((entity) => checkReferences(entity, entities)),
  ...checkEnums(entities),
  ...entities.flatMap(checkAccess),
];

const checkTypeNames = (entity: ConfiguredEntity): readonly Diagnostic[] =>
  entity.fields.flatMap(({ name, type, storedAs, source }) => {
    const scalar = scalarOf(type);
    const said = storedAs ?? (scalar.kind === "postgres" ? scalar.typeName : null);
    return said === null || isTypeName(said) ? [] : [typeNameRefused(`${entity.name}.${name}`, said, source)];
  });

function checkReferences(entity: ConfiguredEntity, entities: readonly ConfiguredEntity[]): readonly Diagnostic[] {
  return entity.fields.flatMap(({ name, type, source }) => {
    const target = type.kind === "reference" ? entities.find((other) => other.name === type.entity) : undefined;
    if (type.kind !== "reference" || target === undefined || namesOneRow(target, type.field)) return [];
    return [referenceNeedsUnique(`${entity.name}.${name}`, `${target.name}.${type.field}`, source)];
  });
}

const namesOneRow = (entity: ConfiguredEntity, field: string): boolean =>
  (entity.key.length === 1 && entity.key[0] === field) ||
  fieldOf(entity, field).unique ||
  entity.uniques.some(({ fields, where }) => fields.length === 1 && fields[0] === field && where === undefined);

function checkEnums(entities: readonly ConfiguredEntity[]): readonly Diagnostic[] {
  const seen = new Map<string, string>();
  return entities.flatMap((entity) =>
    entity.fields.flatMap(({ type, source }) => {
      const native = designType(type, entity.schema).enum;
      if (native === null) return [];
      const name = JSON.stringify([native.schema, native.name]);
      const values = JSON.stringify(native.values);
      const known = seen.get(name) ?? values;
      seen.set(name, known);
      return known === values ? [] : [enumsDiffer(native.name, source)];
    }),
  );
}

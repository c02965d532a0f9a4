import {
  type Comment,
  idOf,
  type ObjectId,
  type Privilege,
  type SchemaObject,
  type StatementTarget,
} from "@build-it/postgres-schema";
import type { Diagnostic, SourceLocation } from "@build-it/stage-contract";
import { privilegeRefused, sqlTargetUnknown } from "../diagnostics/apply.ts";
import type { FiledStatement, SqlParts } from "./design-sql-files.ts";
import type { Designed } from "./designed.ts";
import { placeInFile } from "./place-in-file.ts";

/** The comments and grants of SQL files; only what these files make can be commented on and granted there. */
export function attachToSqlObjects(statements: readonly FiledStatement[], made: readonly SchemaObject[]): SqlParts {
  const diagnostics: Diagnostic[] = [];
  const comments = new Map<ObjectId, Designed<Comment>>();
  const privileges = new Map<string, Designed<Privilege>>();
  for (const { file, statement } of statements) {
    const location = placeInFile(file, statement.offset);
    const { meaning } = statement;
    if (meaning.kind !== "comment" && meaning.kind !== "grant") continue;
    const origin = { entity: file.path, location };
    for (const target of meaning.kind === "comment" ? [meaning.on] : meaning.on) {
      const on = targetAmong(target, made);
      if (on === null) diagnostics.push(sqlTargetUnknown(target.name.name, location));
      else if (meaning.kind === "comment") {
        if (meaning.comment !== null)
          comments.set(on, { object: { kind: "comment", on, text: meaning.comment }, ...origin });
      } else {
        const words = privilegesFor(target, meaning.privileges, location);
        diagnostics.push(...words.diagnostics);
        for (const grantee of meaning.grantees) {
          const key = JSON.stringify([on, grantee]);
          const all = new Set([...(privileges.get(key)?.object.privileges ?? []), ...words.privileges]);
          if (all.size > 0)
            privileges.set(key, { object: { kind: "privilege", on, grantee, privileges: [...all].sort() }, ...origin });
        }
      }
    }
  }
  return { parts: [...comments.values(), ...privileges.values()], diagnostics };
}

/** The object that a statement means; null where there is none, or where several have the name. */
function targetAmong(
  { kind, name, table, ...target }: StatementTarget,
  made: readonly SchemaObject[],
): ObjectId | null {
  const matching = made.filter((object) => {
    switch (object.kind) {
      case "function":
        return (
          kind === "function" &&
          object.schema === name.schema &&
          object.name === name.name &&
          (target.arguments === null || target.arguments.join() === object.arguments.join())
        );
      case "view":
        return kind === "relation" && object.schema === name.schema && object.name === name.name;
      case "trigger":
        return (
          kind === "trigger" &&
          object.schema === table?.schema &&
          object.table === table.name &&
          object.name === name.name
        );
      default:
        return false;
    }
  });
  const [only, ...more] = matching;
  return only === undefined || more.length > 0 ? null : idOf(only);
}

const grantable: Readonly<Record<StatementTarget["kind"], readonly string[]>> = {
  function: ["execute"],
  relation: ["select", "insert", "update", "delete"],
  trigger: [],
};

function privilegesFor(
  { kind }: StatementTarget,
  privileges: readonly string[],
  location: SourceLocation,
): { readonly privileges: readonly string[]; readonly diagnostics: readonly Diagnostic[] } {
  // An empty list is ALL: everything that makes sense there.
  const wanted = privileges.length === 0 ? grantable[kind] : privileges;
  const refused = wanted.filter((word) => !grantable[kind].includes(word));
  return {
    privileges: wanted.filter((word) => grantable[kind].includes(word)),
    diagnostics: refused.map((word) => privilegeRefused(word, grantable[kind], location)),
  };
}

import type {
  ReferencedName,
  References,
  Routine,
  RoutineStatement,
  Trigger,
  TriggerStatement,
  View,
  ViewStatement,
} from "@build-it/postgres-schema";
import type { Diagnostic, SourceLocation } from "@build-it/stage-contract";
import {
  functionWithoutSearchPath,
  sqlNameUnqualified,
  sqlSchemaUnknown,
  viewOfItsOwner,
} from "../diagnostics/apply.ts";
import type { FiledStatement } from "./design-sql-files.ts";
import type { Designed } from "./designed.ts";
import { placeInFile } from "./place-in-file.ts";

/** An object of an SQL file, and the names it mentions. */
export interface SqlObject {
  readonly part: Designed<Routine | View | Trigger>;
  readonly references: References;
  /** The function that a trigger calls. */
  readonly routine: ReferencedName | null;
}

interface DesignedStatement {
  readonly made: SqlObject | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a statement of an SQL file makes. Names must say their schema: the search_path of whoever runs it decides nothing. */
export function designStatement(
  meaning: RoutineStatement | ViewStatement | TriggerStatement,
  filed: FiledStatement,
  schemas: ReadonlySet<string>,
): DesignedStatement {
  const location = placeInFile(filed.file, filed.statement.offset);
  const name = meaning.kind === "trigger" ? meaning.table : meaning.name;
  const bare = [
    name,
    ...(meaning.kind === "trigger" ? [meaning.routine] : []),
    // The tables of a view are looked up once, when it is made; a function's when it runs, by its own search_path.
    ...(meaning.kind === "view" ? meaning.references.relations : []),
  ].filter(({ schema }) => schema === null);
  if (name.schema === null || bare.length > 0)
    return { made: null, diagnostics: bare.map((unqualified) => sqlNameUnqualified(unqualified.name, location)) };
  if (!schemas.has(name.schema))
    return { made: null, diagnostics: [sqlSchemaUnknown(name.schema, [...schemas], location)] };
  const object = objectOf(meaning, { schema: name.schema, name: name.name }, filed.statement.text);
  return {
    made: {
      part: { object, entity: filed.file.path, location },
      references: meaning.references,
      routine: meaning.kind === "trigger" ? meaning.routine : null,
    },
    diagnostics: warningsAbout(meaning, location),
  };
}

function objectOf(
  meaning: RoutineStatement | ViewStatement | TriggerStatement,
  { schema, name }: { readonly schema: string; readonly name: string },
  text: string,
): Routine | View | Trigger {
  switch (meaning.kind) {
    case "routine":
      return {
        kind: "function",
        schema,
        name,
        arguments: meaning.arguments,
        procedure: meaning.procedure,
        signature: meaning.signature,
        definition: meaning.definition,
        dependsOn: [],
      };
    case "view":
      return {
        kind: "view",
        schema,
        name,
        definition: meaning.query,
        options: optionsOf(meaning),
        resultColumns: [],
        dependsOn: [],
      };
    case "trigger":
      return {
        kind: "trigger",
        schema,
        table: name,
        name: meaning.name,
        definition: text,
        enabled: "origin",
        dependsOn: [],
      };
  }
}

const invoker = "security_invoker=true";
const asItsOwner = "security_invoker=false";

/** A view looks at its tables as whoever asks, so that policies hold, unless its author says otherwise. */
const optionsOf = ({ options }: ViewStatement): readonly string[] =>
  options.includes(invoker) || options.includes(asItsOwner) ? options : [...options, invoker].sort();

function warningsAbout(
  meaning: RoutineStatement | ViewStatement | TriggerStatement,
  location: SourceLocation,
): readonly Diagnostic[] {
  if (meaning.kind === "routine" && !meaning.setsSearchPath)
    return [functionWithoutSearchPath(meaning.name.name, meaning.securityDefiner, location)];
  return meaning.kind === "view" && meaning.options.includes(asItsOwner)
    ? [viewOfItsOwner(meaning.name.name, location)]
    : [];
}

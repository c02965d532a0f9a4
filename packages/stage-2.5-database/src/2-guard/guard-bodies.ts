import type { Configuration } from "@build-it/artifacts";
import {
  columnId,
  enumId,
  idOf,
  kindOf,
  nameOf,
  type ObjectId,
  objectsOfKind,
  type Rename,
  type SqlWord,
  splitType,
  tableId,
} from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import type { Design, DesignResult } from "../1-design/design.ts";
import { copiesIn } from "../1-design/old-names.ts";
import { placeInFile } from "../1-design/place-in-file.ts";
import { withoutParts } from "../1-design/table-of-column.ts";
import {
  findMentions,
  isStillThere,
  type Mention,
  routinesOfTriggers,
  type Sought,
  soughtFor,
} from "../bodies/find-mentions.ts";
import { routineBodies, sqlFilesOf } from "../bodies/routine-bodies.ts";
import {
  bodySaysDroppedName,
  bodySaysFormerName,
  bodySaysFormerType,
  bodySaysGoneValue,
  bodySaysKeptName,
  bodySaysRetypedColumn,
  onlyKept,
  type SaidFormerName,
  type SaidInBody,
} from "../diagnostics/bodies.ts";
import type { GuardedChange } from "./find-breaking-changes.ts";
import { newlyRetained } from "./find-look-alikes.ts";
import { goneEnumValues } from "./removed-enum-values.ts";

/** What a change does to those who say a name in their body. */
interface Outdated {
  readonly sought: Sought;
  /** As the model's SQL may say it again, by name: `-- still says: accounts.code`. */
  readonly name: string;
  readonly tell: (mention: Mention, said: SaidInBody) => Diagnostic | null;
}

/**
 * Functions of the model that say, in a body that PostgreSQL does not look into, what this iteration gives another name or
 * meaning. Those that would fail or do something else stop the run; the others are pointed out.
 */
export function guardBodies(change: GuardedChange, files: Configuration): readonly Diagnostic[] {
  const { designed, previous } = change;
  if (previous === null) return [];
  const outdated = [
    ...designed.renames.map((rename) => renamed(rename, designed)),
    ...goneEnumValues(previous, designed).flatMap(({ column, values }) => goneValues(column, values, designed)),
    ...kept(change, previous),
    ...retyped(change),
    ...dropped(change),
  ];
  if (outdated.length === 0) return [];
  const bodies = routineBodies(designed.schema.objects.values(), { files, retained: designed.design.retained });
  const meant = namesMeant(files);
  const surroundings = { schema: designed.schema, retained: designed.design.retained, renames: designed.renames };
  return outdated
    .filter(({ name }) => !meant.has(name))
    .flatMap(({ sought, name, tell }) =>
      findMentions(bodies, sought, surroundings).flatMap((mention) => {
        const diagnostic = tell(mention, saidIn(mention, sought, name));
        if (diagnostic === null) return [];
        return [mention.body.place === null ? onlyKept(diagnostic) : diagnostic];
      }),
    );
}

/** What somebody looked at and found right: `-- still says: <name>` on a line of a file. */
const namesMeant = (files: Configuration): ReadonlySet<string> =>
  new Set(
    sqlFilesOf(files).flatMap(({ text }) =>
      [...text.matchAll(/^[ \t]*--[ \t]*still says:[ \t]*(.*?)[ \t]*\r?$/gm)].map(([, name = ""]) => name),
    ),
  );

const saidIn = ({ body: { id, place }, word, times }: Mention, { kind, text }: Sought, name: string): SaidInBody => ({
  routine: nameOf(id),
  word: kind === "value" ? `'${text}'` : text,
  name,
  times,
  location: place === null ? undefined : placeInFile(place.file, place.offset + word.offset),
});

function renamed(rename: Rename, { schema }: DesignResult): Outdated {
  if (rename.kind === "table") {
    const name = nameOf(tableId(rename.schema, rename.from));
    const now = nameOf(tableId(rename.schema, rename.to));
    return {
      sought: { text: rename.from, kind: "name", of: null },
      name,
      tell: (mention, said) =>
        bodySaysFormerName(said, { now, fails: whatViewsLack(mention, rename.schema, rename.from) }),
    };
  }
  if (rename.kind === "enum") {
    const isColumnToo = objectsOfKind(schema, "column").some(({ name }) => name === rename.from);
    return {
      sought: { text: rename.from, kind: "name", of: null },
      name: nameOf(enumId(rename.schema, rename.from)),
      tell: (_, said) => bodySaysFormerType(said, { now: nameOf(enumId(rename.schema, rename.to)), isColumnToo }),
    };
  }
  const table = tableId(rename.schema, rename.table);
  const early = routinesOfTriggers(table, schema, "before");
  return {
    sought: { text: rename.from, kind: "name", of: table },
    name: nameOf(columnId(rename.schema, rename.table, rename.from)),
    tell: ({ body }, said) =>
      bodySaysFormerName(said, {
        now: nameOf(columnId(rename.schema, rename.table, rename.to)),
        fails: early.has(body.id) ? "before_trigger" : null,
      }),
  };
}

/** What PostgreSQL does to tables and not to views, MERGE before version 17, and what may stand before the name. */
const ofTablesOnly = new Set(["truncate", "copy", "merge", "alter", "analyze"]);
const beforeName = new Set(["table", "only", "if", "exists", "into"]);

/** What a body asks of a table that the view of its former name does not give. */
function whatViewsLack({ body: { text } }: Mention, schema: string, table: string): SaidFormerName["fails"] {
  const asksForName = text.bodyWords.some(({ text: word }) => word === "tg_table_name" || word === "tg_relname");
  if (asksForName && text.bodyWords.some((word) => word.kind === "string" && word.text === table)) return "own_name";
  const names = text.bodyWords.filter(({ kind }) => kind !== "string");
  const isOfTablesOnly = (_: SqlWord, index: number): boolean => {
    if (names[index]?.text !== table) return false;
    const verb = names.slice(0, index).findLast(({ text: word }) => word !== schema && !beforeName.has(word));
    return ofTablesOnly.has(verb?.text ?? "");
  };
  return names.some(isOfTablesOnly) ? "tables_only" : null;
}

function goneValues(
  column: ObjectId,
  values: readonly string[],
  { design, schema, valueMaps }: DesignResult,
): readonly Outdated[] {
  const object = schema.objects.get(column);
  if (object?.kind !== "column" || copiesIn(design).has(column)) return [];
  return values.map((value) => ({
    sought: { text: value, kind: "value", of: tableId(object.schema, object.table) },
    name: `${nameOf(column)} ${value}`,
    tell: (_, said) => bodySaysGoneValue(said, { column: nameOf(column), instead: valueMaps.get(column)?.get(value) }),
  }));
}

function kept({ designed }: GuardedChange, previous: Design): readonly Outdated[] {
  const left = [...newlyRetained(designed, previous, "table"), ...newlyRetained(designed, previous, "column")];
  return withoutParts(left.map(({ id }) => id)).flatMap((id) => {
    const sought = soughtFor(id);
    return sought === null
      ? []
      : [{ sought, name: nameOf(id), tell: (_: Mention, said: SaidInBody) => bodySaysKeptName(said, kindOf(id)) }];
  });
}

/** A conversion is the model's word that the type becomes quite another one. Who changed the function with it has looked. */
const retyped = ({ difference, designed, previous }: GuardedChange): readonly Outdated[] => {
  const before = new Map(previous?.objects.map((object) => [idOf(object), object]));
  return difference.changed.flatMap(({ id, before: was, after }): readonly Outdated[] => {
    const sought = soughtFor(id);
    if (was.kind !== "column" || after.kind !== "column" || !designed.conversions.has(id) || sought === null) return [];
    const severity = splitType(was.type).base === splitType(after.type).base ? "warning" : "error";
    return [
      {
        sought,
        name: nameOf(id),
        tell: ({ body }, said) =>
          isAsBefore(before.get(body.id), designed.schema.objects.get(body.id))
            ? bodySaysRetypedColumn(said, { from: was.type, to: after.type, severity })
            : null,
      },
    ];
  });
};

const isAsBefore = (
  one: Design["objects"][number] | undefined,
  other: Design["objects"][number] | undefined,
): boolean => one?.kind === "function" && other?.kind === "function" && one.definition === other.definition;

function dropped({ difference, designed }: GuardedChange): readonly Outdated[] {
  const gone = difference.removed.map(idOf).filter((id) => !isStillThere(id, designed.schema));
  return withoutParts(gone).flatMap((id) => {
    const sought = soughtFor(id);
    return sought === null
      ? []
      : [{ sought, name: nameOf(id), tell: (_: Mention, said: SaidInBody) => bodySaysDroppedName(said) }];
  });
}

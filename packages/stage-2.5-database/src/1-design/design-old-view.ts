import {
  columnId,
  ident,
  idOf,
  joinSql,
  type ObjectId,
  type Privilege,
  privilegedColumn,
  qualified,
  type SchemaObject,
  sql,
  type Table,
  type View,
} from "@build-it/postgres-schema";
import { deprecatedText } from "./design-comments.ts";
import { namesIn } from "./old-names.ts";

/** A view that has the former name of a table. */
export interface OldView {
  readonly id: ObjectId;
  readonly target: Table;
  /** Its columns: as they were called, and the column that has the values now. */
  readonly sources: readonly { readonly name: string; readonly source: string }[];
}

/**
 * The view and the rights on it. PostgreSQL passes what is written to it on to the table:
 * https://www.postgresql.org/docs/current/sql-createview.html#SQL-CREATEVIEW-UPDATABLE-VIEWS
 */
export function designOldView(old: OldView, objects: readonly SchemaObject[]): readonly SchemaObject[] {
  const { id, target, sources } = old;
  const selected = sources.map(({ name, source }) =>
    name === source ? ident(name) : sql`${ident(source)} AS ${ident(name)}`,
  );
  const used = new Set(sources.map(({ source }) => columnId(target.schema, target.name, source)));
  const definition = sql`SELECT ${joinSql(selected, ",\n  ")} FROM ${qualified(target.schema, target.name)}`.text;
  return [
    viewOf(id, { definition, dependsOn: [idOf(target), ...used].sort() }),
    { kind: "comment", on: id, text: deprecatedText(`renamed to ${target.name}.`) },
    ...objects.flatMap((object) =>
      object.kind === "privilege" && object.on === idOf(target) ? grantsOnView(object, old) : [],
    ),
  ];
}

/** A view by its id. Row level security looks at whoever asks, as it did when the name was the table's. */
export function viewOf(id: ObjectId, { definition, dependsOn }: Pick<View, "definition" | "dependsOn">): View {
  const [schema = "", name = ""] = namesIn(id);
  return { kind: "view", schema, name, definition, options: ["security_invoker=true"], resultColumns: [], dependsOn };
}

/** The rights on the table, said of the view. */
function grantsOnView({ grantee, privileges }: Privilege, { id, sources }: OldView): readonly Privilege[] {
  const words = privileges.flatMap((word) => {
    const column = privilegedColumn(word);
    if (column === undefined) return [word];
    return sources
      .filter(({ source }) => source === column)
      .map(({ name }) => `${word.slice(0, word.indexOf("("))}(${name})`);
  });
  return words.length === 0 ? [] : [{ kind: "privilege", on: id, grantee, privileges: [...new Set(words)].sort() }];
}

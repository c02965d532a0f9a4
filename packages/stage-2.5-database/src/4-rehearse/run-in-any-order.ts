import type { SqlFile } from "@build-it/artifacts";
import { splitScript } from "@build-it/postgres-schema";
import type { Diagnostic, SourceLocation } from "@build-it/stage-contract";
import { type Client, DatabaseError } from "pg";
import { placeInFile } from "../1-design/place-in-file.ts";
import { schemaCommandRefused, schemaStatementRefused } from "../diagnostics/apply.ts";

/** A statement, and what its file has set by then. */
export interface Piece {
  readonly text: string;
  readonly settings: readonly string[];
  /** Where it stands; null where it is made of an entity. */
  readonly place: { readonly file: SqlFile; readonly offset: number } | null;
}

const isSetting = /^(set\s+(?!constraints)|reset\s|select\s+(pg_catalog\.)?set_config\s*\()/i;

/** The statements of a file. Rows and commands of psql are no part of a schema. */
export function piecesOf(file: SqlFile): {
  readonly pieces: readonly Piece[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const settings: string[] = [];
  const pieces: Piece[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const part of splitScript(file.text)) {
    if (part.kind !== "statement") {
      const words = part.kind === "copy" ? "COPY" : `\\${part.name}`;
      diagnostics.push(schemaCommandRefused(words, placeInFile(file, part.offset)));
    } else if (isSetting.test(withoutComments(part.text))) settings.push(part.text);
    else pieces.push({ text: part.text, settings: [...settings], place: { file, offset: part.offset } });
  }
  return { pieces, diagnostics };
}

const withoutComments = (text: string): string => text.replace(/^(\s*(--[^\n]*(\n|$)|\/\*[\s\S]*?\*\/))*\s*/, "");

/**
 * Runs statements that may need each other in whatever order they can be run in: what fails is tried again once others
 * have succeeded. Gives what failed for good. The connection must be in a transaction.
 */
export async function runInAnyOrder(
  client: Client,
  {
    pieces,
    createRole,
  }: {
    readonly pieces: readonly Piece[];
    /** Makes a role that a statement speaks of and the server does not have. */
    readonly createRole: (name: string) => Promise<void>;
  },
): Promise<readonly Diagnostic[]> {
  const failures = await runWhatCanBe(
    client,
    pieces.filter((piece) => !isDefaultPrivilege(piece)),
    createRole,
  );
  return failures.length > 0 ? failures : runWhatCanBe(client, pieces.filter(isDefaultPrivilege), createRole);
}

/** They act on whatever is made after them, and in what order that is would be chance: so on nothing that is said here. */
const isDefaultPrivilege = ({ text }: Piece): boolean => /^alter\s+default\s+privileges\b/i.test(withoutComments(text));

async function runWhatCanBe(
  client: Client,
  pieces: readonly Piece[],
  createRole: (name: string) => Promise<void>,
): Promise<readonly Diagnostic[]> {
  let waiting = pieces;
  while (waiting.length > 0) {
    const failed: Failure[] = [];
    for (const piece of waiting) {
      let error = await tryPiece(client, piece);
      const [, missing] = /^role "(.*)" does not exist$/s.exec(error?.message ?? "") ?? [];
      if (missing !== undefined) {
        await createRole(missing);
        await client.query(hearNews);
        error = await tryPiece(client, piece);
      }
      if (error !== null && !isThere(piece, error)) failed.push({ piece, error });
    }
    if (failed.length === waiting.length) return causes(failed).map(({ piece, error }) => refusal(piece, error));
    waiting = failed.map(({ piece }) => piece);
  }
  return [];
}

/**
 * A session remembers that a role is not there until it takes a lock that it does not hold, and only then hears what others
 * have made meanwhile. Nobody holds this one for long.
 */
const hearNews = `
  SAVEPOINT news;
  LOCK TABLE pg_catalog.pg_authid IN ROW SHARE MODE;
  ROLLBACK TO SAVEPOINT news;
  RELEASE SAVEPOINT news`;

interface Failure {
  readonly piece: Piece;
  readonly error: DatabaseError;
}

/** Without what failed only for want of something else that failed. */
function causes(failures: readonly Failure[]): readonly Failure[] {
  const first = failures.filter(({ error }) => {
    const [, missing] = /^(?:relation|type|function|schema) "?([^"(]+)/.exec(error.message) ?? [];
    if (missing === undefined || !error.message.includes("does not exist")) return true;
    const name = missing.split(".").at(-1) ?? missing;
    return !failures.some(({ piece }) => makes(piece.text, name));
  });
  return first.length > 0 ? first : failures;
}

const makes = (text: string, name: string): boolean =>
  /^create\b/i.test(withoutComments(text)) && (text.split("(")[0] ?? "").split(/[\s."]+/).includes(name);

/** Both an entity and SQL may say the schema that they live in. */
const isThere = ({ text, place }: Piece, { code }: DatabaseError): boolean =>
  place === null && code === "42P06" && /^create schema/i.test(text);

const settled = "SET LOCAL search_path = public, extensions; SET LOCAL check_function_bodies = off";

async function tryPiece(client: Client, { text, settings }: Piece): Promise<DatabaseError | null> {
  const before = ["SAVEPOINT piece", settled, ...settings].join(";\n");
  try {
    await client.query(`${before};\n${text};\nRELEASE SAVEPOINT piece`);
    return null;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    await client.query("ROLLBACK TO SAVEPOINT piece; RELEASE SAVEPOINT piece");
    const position = Number(error.position) - before.length - 2;
    error.position = position > 0 ? String(position) : undefined;
    return error;
  }
}

function refusal({ text, place }: Piece, error: DatabaseError): Diagnostic {
  const position = Number(error.position);
  const within = Number.isInteger(position) ? [...text].slice(0, position - 1).join("").length : 0;
  const location: SourceLocation | undefined =
    place === null ? undefined : placeInFile(place.file, place.offset + within);
  return schemaStatementRefused(error.message, text, location);
}

import {
  filterObjects,
  findRenameCandidates,
  type IntrospectedSchema,
  type Plan,
  planBetweenCatalogs,
  type Refusal,
  type Rename,
  type SchemaObject,
} from "@build-it/postgres-schema";
import { cancelledComparison } from "../diagnostics.ts";
import { HaltError } from "../run/halt-error.ts";
import {
  isServersPublication,
  type OpenSide,
  openDatabase,
  openScript,
  openSnapshot,
  openStored,
  type StoredSchema,
} from "./open-side.ts";
import { withOwnersThatCount } from "./owners-that-count.ts";
import { openScratchServer, type ScratchServer } from "./scratch-server.ts";
import { parseSource, type Source } from "./source.ts";

/** What to compare, and how. */
export interface ComparisonOptions {
  /** As typed: a URL, an SQL file, a folder of them, a snapshot, an application's folder. */
  readonly from: string;
  readonly to: string;
  readonly cwd: string;
  /** Only these PostgreSQL schemas, by their raw names; all that are not PostgreSQL's or Supabase's own without it. */
  readonly schemas?: readonly string[];
  readonly renames: readonly Rename[];
  /** Whether it matters who owns what; beside a model or a snapshot it never does. */
  readonly owners: boolean;
  readonly privileges: boolean;
  /** The embedded server's major version for SQL files; that of the other side, where there is such, without it. */
  readonly postgres?: number;
  /** A server to make scratch databases on, instead of the embedded one. */
  readonly scratchUrl?: string;
  readonly signal: AbortSignal;
  /** Gives a snapshot's text as objects; undefined where it is none. */
  parseSnapshot(text: string): StoredSchema | undefined;
  /** Builds the schema that an application's model asks for. */
  readModel(app: string): Promise<StoredSchema>;
}

/** One side of a comparison. */
export type ComparedSide = Pick<OpenSide, "kind" | "label" | "major">;

/** What came of a comparison. */
export interface Comparison {
  readonly from: ComparedSide;
  readonly to: ComparedSide;
  /** The way from one to the other; null where something cannot be compared. */
  readonly plan: Plan | null;
  /** What cannot be compared. */
  readonly refusals: readonly Refusal[];
  /** Pairs of a removal and an addition that could be a rename. */
  readonly candidates: readonly Rename[];
  readonly notes: readonly string[];
}

/** A comparison, and how to plan it again with more renames, without reading anything again. */
export interface RepeatableComparison {
  readonly comparison: Comparison;
  replan(renames: readonly Rename[]): Comparison;
}

/**
 * Reads two sources and plans the way from the first to the second. Changes nothing in either. Throws `HaltError` where a
 * source cannot be read.
 */
export async function compareSources(options: ComparisonOptions): Promise<RepeatableComparison> {
  const { cwd, signal } = options;
  const sources = [parseSource(options.from, cwd), parseSource(options.to, cwd)] as const;
  const sides: OpenSide[] = [];
  let scratch: ScratchServer | undefined;
  // A statement that is running ends with its database.
  const cancel = (): void => void scratch?.close().catch(() => {});
  signal.addEventListener("abort", cancel, { once: true });
  try {
    const open = await Promise.all(
      sources.map(async (source) => keep(sides, source.kind === "sql" ? undefined : openLive(source, options))),
    );
    if (open.includes(undefined)) {
      const major = options.postgres ?? embeddedMajorFor(sides[0]?.major);
      scratch = await openScratchServer(options.scratchUrl === undefined ? { major } : { url: options.scratchUrl });
    }
    const server = scratch;
    const [from, to] = await Promise.all(
      sources.map(async (source, index) => {
        if (source.kind !== "sql" || server === undefined) return open[index];
        return keep(sides, openScript(source, { server, cwd, signal }));
      }),
    );
    if (from === undefined || to === undefined) throw new Error("Every source is opened.");
    return await compareSides(from, to, options);
  } catch (error) {
    throw signal.aborted ? new HaltError("cancelled", cancelledComparison()) : error;
  } finally {
    signal.removeEventListener("abort", cancel);
    await Promise.all(sides.map((side) => side.close()));
    await scratch?.close();
  }
}

/** Remembers what was opened, to be closed whatever comes. */
async function keep(sides: OpenSide[], opening: Promise<OpenSide> | undefined): Promise<OpenSide | undefined> {
  const side = await opening;
  if (side !== undefined) sides.push(side);
  return side;
}

async function openLive(
  source: Exclude<Source, { readonly kind: "sql" }>,
  { parseSnapshot, readModel }: ComparisonOptions,
): Promise<OpenSide> {
  if (source.kind === "database") return openDatabase(source);
  if (source.kind === "snapshot") return openSnapshot(source, parseSnapshot);
  return openStored("model", source.label, await readModel(source.app));
}

const newestMajor = 18;
const embeddedMajors = [17, newestMajor];

/** The same version prints the same. */
const embeddedMajorFor = (other: number | undefined): number =>
  other !== undefined && embeddedMajors.includes(other) ? other : newestMajor;

async function compareSides(from: OpenSide, to: OpenSide, options: ComparisonOptions): Promise<RepeatableComparison> {
  const stored = [from, to].filter(isStored);
  const brought = new Set([...from.brought, ...to.brought]);
  const schemas =
    options.schemas ??
    [...new Set((stored.length > 0 ? stored : [from, to]).flatMap((side) => side.schemas))].filter(
      (schema) => !brought.has(schema),
    );
  const owners = options.owners && stored.length === 0;
  const alone = isSupabase(from) !== isSupabase(to);
  const readSide = async (side: OpenSide) => ({
    ...side,
    read: trim(await side.read({ schemas, owners }), { stored, schemas, alone, options }),
  });
  const [before, after] = withOwnersThatCount(...(await Promise.all([readSide(from), readSide(to)])));
  const notes = [...new Set([...from.notes, ...to.notes, ...noteOfMajors(from, to)])];
  const compare = (renames: readonly Rename[]): Comparison => {
    const result = planBetweenCatalogs(before, after, {
      postgresMajor: from.major,
      ...(from.runBy === undefined ? {} : { runBy: from.runBy }),
      renames,
    });
    const plan = result.status === "planned" ? result.plan : null;
    const candidates =
      plan === null ? [] : findRenameCandidates(plan.difference, { before: before.schema, after: after.schema });
    const refusals = result.status === "refused" ? result.refusals : [];
    return { from: sideOf(from), to: sideOf(to), plan, refusals, candidates, notes };
  };
  return {
    comparison: compare(options.renames),
    replan: (renames) => compare([...options.renames, ...renames]),
  };
}

const isStored = ({ kind }: OpenSide): boolean => kind === "snapshot" || kind === "model";

const sideOf = ({ kind, label, major }: OpenSide): ComparedSide => ({ kind, label, major });

const noteOfMajors = (from: OpenSide, to: OpenSide): readonly string[] =>
  from.major === to.major
    ? []
    : [`PostgreSQL ${from.major} is compared with ${to.major}: the two print some expressions in different ways.`];

/** Leaves out what was not asked for, and, beside a snapshot, what a server brings along and no model makes. */
function trim(
  { schema, unmodelled }: IntrospectedSchema,
  {
    stored,
    schemas,
    alone,
    options,
  }: {
    readonly stored: readonly OpenSide[];
    readonly schemas: readonly string[];
    /** Whether one side has what a Supabase project has, and the other has not. */
    readonly alone: boolean;
    readonly options: ComparisonOptions;
  },
): IntrospectedSchema {
  const wanted = (object: SchemaObject): boolean => {
    if (!options.privileges && (object.kind === "privilege" || object.kind === "default_privilege")) return false;
    if (stored.length > 0 && isBrought(object)) return false;
    if (alone && isServersPublication(object)) return false;
    return options.schemas === undefined || !("schema" in object) || object.kind === "extension"
      ? true
      : object.schema === null || schemas.includes(object.schema);
  };
  return { schema: filterObjects(schema, wanted), unmodelled };
}

const isSupabase = ({ brought }: OpenSide): boolean => brought.includes("auth");

const isBrought = (object: SchemaObject): boolean =>
  (object.kind === "schema" && object.name === "public") ||
  object.kind === "extension" ||
  object.kind === "default_privilege" ||
  ("on" in object && (object.on === "schema:public" || object.on.startsWith("extension:")));

import { z } from "zod";
import { Design } from "../1-design/design.ts";
import { StoredObjects } from "../1-design/stored-objects.ts";
import { Halt } from "../5-apply/connect.ts";
import { fileUnreadable } from "../diagnostics/files.ts";

/** The form of the snapshot and of what the catalog reader gives. A snapshot of another form is read again from the shadow. */
export const snapshotFormat = 5;

/** The schema at the last iteration: as it was designed, and as PostgreSQL prints it. */
export const Snapshot = z.object({
  format: z.number().int(),
  iteration: z.number().int(),
  postgresMajor: z.number().int(),
  design: Design,
  catalog: StoredObjects,
});
export type Snapshot = z.infer<typeof Snapshot>;

/** Reads a snapshot. Throws a halt where the text is none: then another program wrote it, its checksum too. */
export function parseSnapshot(text: string): Snapshot {
  const parsed = Snapshot.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new Halt({ kind: "history_mismatch", message: "The files under database/ are not as they were written." }, [
    fileUnreadable("snapshot.json"),
  ]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The snapshot as a file: one object a line, so that a review shows what changed. */
export function printSnapshot({ format, iteration, postgresMajor, design, catalog }: Snapshot): string {
  const lines = (values: readonly unknown[]): string =>
    values.length === 0 ? "[]" : `[\n    ${values.map((value) => JSON.stringify(value)).join(",\n    ")}\n  ]`;
  const entries = (record: Readonly<Record<string, unknown>>): string => {
    const sorted = Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.length === 0
      ? "{}"
      : `{\n    ${sorted.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(",\n    ")}\n  }`;
  };
  const { objects, ...rest } = design;
  return `{
  "format": ${format},
  "iteration": ${iteration},
  "postgresMajor": ${postgresMajor},
  "design": {
  "objects": ${lines(objects)}${Object.entries(rest)
    .map(([name, value]) => `,\n  ${JSON.stringify(name)}: ${entries(value)}`)
    .join("")}
  },
  "catalog": ${lines(catalog)}
}
`;
}

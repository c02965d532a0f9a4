import { z } from "zod";

/** A place in a model file. */
export const Location = z.object({
  /** With forward slashes, from the folder that holds `busm/`: `busm/crm/entities/account.yaml`. */
  file: z.string(),
  /** 1-based. */
  line: z.number().int(),
  /** 1-based, in UTF-16 code units, as editors count. */
  column: z.number().int(),
  /** The line of the file, and under it carets below the word that is meant. */
  excerpt: z.string().optional(),
});
export type Location = z.infer<typeof Location>;

/** A place that is looked up when there is a problem to report: hardly ever. */
export type Place = () => Location;

/** One thing that is wrong with a model, or worth knowing about it. */
export interface ModelProblem {
  /** Stable: `busm/unknown_key`. */
  readonly code: string;
  readonly severity: "error" | "warning" | "note";
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** Why that is so. */
  readonly cause?: string;
  /** What to write instead. */
  readonly remedy?: string;
  /** What is meant, as a person names it: `Account.phone`. */
  readonly subject?: string;
  readonly location: Location;
}

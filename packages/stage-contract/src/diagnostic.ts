import { z } from "zod";

/** A place in a file of the model or of the application. */
export const SourceLocation = z.object({
  /** Path as a person would type it: relative to the project where possible. */
  file: z.string(),
  /** 1-based. */
  line: z.number().int(),
  /** 1-based, in UTF-16 code units, as editors count. */
  column: z.number().int(),
  /** The line of the file and a line of carets under the word that is meant. */
  excerpt: z.string().optional(),
});
export type SourceLocation = z.infer<typeof SourceLocation>;

/** Only an `error` stops anything. */
export const Severity = z.enum(["error", "warning", "note"]);
export type Severity = z.infer<typeof Severity>;

/**
 * One thing a person should know. Every layer uses this one shape, so one renderer prints them all.
 * `code` is stable: `<package>/<what_happened>`.
 */
export const Diagnostic = z.object({
  code: z.string().regex(/^[a-z-]+\/[a-z0-9_]+$/),
  severity: Severity,
  /** What happened, in one sentence. */
  message: z.string(),
  /** Why it matters. */
  cause: z.string().optional(),
  /** What to do, with the line to add or the command to type. */
  remedy: z.string().optional(),
  /** The object that is meant, as a person names it: `accounts.phone`. */
  subject: z.string().optional(),
  location: SourceLocation.optional(),
  /** What was expected and what is there instead, where two things differ. */
  expected: z.string().optional(),
  found: z.string().optional(),
});
export type Diagnostic = z.infer<typeof Diagnostic>;

import { z } from "zod";

/** Stage 4's artifact: the files that were written under the app's `src/generated/`. */
export const GeneratedFiles = z.object({
  /** Absolute path of the application. */
  app: z.string(),
  /** Relative to the app, with the SHA-256 of their text. */
  files: z.array(z.object({ path: z.string(), sha256: z.string() })),
});
export type GeneratedFiles = z.infer<typeof GeneratedFiles>;

/** Stage 5's artifact: what was checked, and that it holds. */
export const ValidationReport = z.object({ app: z.string(), checkedFiles: z.number().int(), elapsedMs: z.number() });
export type ValidationReport = z.infer<typeof ValidationReport>;

/** Stage 6's artifact. */
export const Deployment = z.discriminatedUnion("kind", [
  /** Development: built, to be served by the command. */
  z.object({ kind: z.literal("preview"), bundle: z.string(), command: z.string() }),
  /** Production: a folder with all that a server needs. */
  z.object({ kind: z.literal("release"), bundle: z.string(), files: z.array(z.string()), sha256: z.string() }),
]);
export type Deployment = z.infer<typeof Deployment>;

import { z } from "zod";

/** Stage 4's artifact: the files that were written under the app's `src/generated/`. */
export const GeneratedFiles = z.object({
  /** Absolute path of the application. */
  app: z.string(),
  /** Relative to the app, with the SHA-256 of their text. */
  files: z.array(z.object({ path: z.string(), sha256: z.string() })),
});
export type GeneratedFiles = z.infer<typeof GeneratedFiles>;

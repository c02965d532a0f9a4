import { z } from "zod";

/** Stage 6's artifact. */
export const Deployment = z.discriminatedUnion("kind", [
  /** Development: built, to be served by the command. */
  z.object({ kind: z.literal("preview"), bundle: z.string(), command: z.string() }),
  /** Production: a folder with all that a server needs. */
  z.object({ kind: z.literal("release"), bundle: z.string(), files: z.array(z.string()), sha256: z.string() }),
]);
export type Deployment = z.infer<typeof Deployment>;

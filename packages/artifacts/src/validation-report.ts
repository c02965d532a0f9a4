import { z } from "zod";

/** Stage 5's artifact: what was checked, and that it holds. */
export const ValidationReport = z.object({ app: z.string(), checkedFiles: z.number().int(), elapsedMs: z.number() });
export type ValidationReport = z.infer<typeof ValidationReport>;

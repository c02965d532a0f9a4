import { createRequire } from "node:module";
import { compileFunction } from "node:vm";
import { messageOf } from "../../5-apply/connect.ts";

/** What a TypeScript step exports. */
export interface StepModule {
  readonly up: StepFunction | null;
  readonly down: StepFunction | null;
  /** Whether it says `reverse = "none"`. */
  readonly saysNone: boolean;
}

/** Gets a Kysely, which knows nothing of tables at run time. */
export type StepFunction = (database: unknown) => unknown;

export type LoadedStep =
  | { readonly status: "loaded"; readonly module: StepModule }
  | { readonly status: "refused"; readonly problem: string; readonly line: number | null };

const require = createRequire(import.meta.url);

/**
 * Loads the text of a step. Node.js 20 runs no TypeScript, so esbuild takes the types away. Of other modules there is Kysely and
 * nothing else, on every machine: what a step does depends on its text and the rows alone.
 */
export async function loadStep(file: string, source: string): Promise<LoadedStep> {
  const esbuild = await import("esbuild");
  try {
    const { code } = await esbuild.transform(source, {
      loader: "ts",
      format: "cjs",
      sourcefile: file,
      target: "node20",
    });
    const exported: Record<string, unknown> = {};
    const load = (name: string): unknown => {
      if (name !== "kysely") throw new Error(`it imports ${name}, and can import kysely alone`);
      return require("kysely");
    };
    const module = { exports: exported };
    compileFunction(code, ["module", "exports", "require"], { filename: file })(module, exported, load);
    const { up, down, reverse } = module.exports;
    return { status: "loaded", module: { up: asFunction(up), down: asFunction(down), saysNone: reverse === "none" } };
  } catch (error) {
    return { status: "refused", ...problemOf(error) };
  }
}

const asFunction = (value: unknown): StepFunction | null =>
  typeof value === "function" ? (value as StepFunction) : null;

/** An error of esbuild's has places in it. */
function problemOf(error: unknown): { readonly problem: string; readonly line: number | null } {
  const [first] = (error as { errors?: readonly { text: string; location: { line: number } | null }[] }).errors ?? [];
  return { problem: first?.text ?? messageOf(error), line: first?.location?.line ?? null };
}

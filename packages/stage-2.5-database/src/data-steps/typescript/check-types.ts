import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** Checks steps against the types that they import, strictly. Gives what the compiler says; empty where all fits. */
export async function checkTypes(paths: readonly string[], signal: AbortSignal): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "build-it-steps-"));
  const compilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    target: "es2023",
    lib: ["es2023"],
    module: "esnext",
    moduleResolution: "bundler",
    allowImportingTsExtensions: true,
    // The Kysely that runs them.
    paths: { kysely: [require.resolve("kysely").replace(/\.js$/, ".d.ts")] },
    skipLibCheck: true,
    noEmit: true,
    types: [],
  };
  try {
    const project = join(folder, "tsconfig.json");
    await writeFile(project, JSON.stringify({ compilerOptions, files: paths }));
    const compiler = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");
    return await run([compiler, "--project", project, "--pretty", "false"], signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const run = (argv: readonly string[], signal: AbortSignal): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, argv, { signal, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      if (signal.aborted) reject(error);
      else resolve(error === null ? "" : stdout + stderr);
    });
  });

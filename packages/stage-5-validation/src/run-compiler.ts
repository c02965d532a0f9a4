import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** What the application is held to: the strictest that its generated files can be. */
const compilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  target: "es2023",
  lib: ["es2023", "dom", "dom.iterable"],
  module: "esnext",
  moduleResolution: "bundler",
  allowImportingTsExtensions: true,
  customConditions: ["build-it:source"],
  jsx: "react-jsx",
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

/** Where the compiler is: the application's own if it has one, or this package's. */
function findCompiler(appFolder: string): string {
  for (const base of [join(appFolder, "package.json"), import.meta.url]) {
    try {
      const manifest = createRequire(base).resolve("typescript/package.json");
      return join(dirname(manifest), "bin", "tsc");
    } catch {
      // Not installed there.
    }
  }
  throw new Error("the package typescript is not installed");
}

/**
 * Checks files under strict settings that no file of the application can loosen; gives the exit code and what the
 * compiler printed, with paths relative to the application. The compiler is native and has no JavaScript interface, so it runs as a program.
 */
export async function runCompiler(
  appFolder: string,
  files: readonly string[],
  signal: AbortSignal,
): Promise<{ readonly exitCode: number; readonly output: string }> {
  const folder = await mkdtemp(join(tmpdir(), "build-it-validation-"));
  try {
    const project = join(folder, "tsconfig.json");
    await writeFile(project, JSON.stringify({ compilerOptions, files }));
    return await run([findCompiler(appFolder), "--project", project, "--pretty", "false"], appFolder, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const run = (
  argv: readonly string[],
  cwd: string,
  signal: AbortSignal,
): Promise<{ readonly exitCode: number; readonly output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, { cwd, signal, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text: string) => {
        output += text;
      });
    }
    child.once("error", reject);
    child.once("close", (exitCode) => resolve({ exitCode: exitCode ?? 1, output }));
  });

#!/usr/bin/env node
import { existsSync } from "node:fs";
import module from "node:module";

// Node.js 22 and later keep what they compiled for the next start.
module.enableCompileCache?.();

const main = new URL("../dist/main.js", import.meta.url);

if (existsSync(main)) {
  await import(main.href);
} else {
  console.error("build-it is not built yet. Run `npm start` in the repository, or `pnpm build`.");
  process.exitCode = 1;
}

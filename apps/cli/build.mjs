import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

// Bundled, so that the command starts fast; in pieces, so that a command loads only what it needs.

// Resolved at run time from this package's node_modules: programs with files of their own, and the compilers, which are
// large and needed late.
const external = [
  "@build-it/postgres-server/keeper",
  "@vitejs/plugin-react",
  "esbuild",
  "kysely",
  "libpg-query",
  "pg-native",
  "ts-morph",
  "typescript",
  "vite",
];

/** `node build.mjs [folder]`: into `dist`, or a folder of its own for the tests, which must lie in this package. */
const [outdir = "dist"] = process.argv.slice(2);
const folder = join(import.meta.dirname, outdir);
// Built aside and put in place when it is whole: the command may be running, or be started, meanwhile.
const aside = `${folder}.new`;
/** Zod brings its messages in fifty languages; ours are English. */
const onlyEnglish = {
  name: "only-english",
  setup(bundle) {
    bundle.onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
    }));
  },
};

await rm(aside, { recursive: true, force: true });

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: { main: "src/main.ts" },
  outdir: aside,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  conditions: ["build-it:source"],
  external,
  sourcemap: "linked",
  // Much of a start is reading the text, so the blanks go; the names stay, for the stacks in a crash log.
  minifyWhitespace: true,
  minifySyntax: true,
  plugins: [onlyEnglish],
  // pg asks at its start whether it runs on Cloudflare, and without this, which newer ones have, Node.js 20 loads its web API for it.
  define: { navigator: '{"userAgent":"Node.js"}' },
  chunkNames: "chunks/[name]-[hash]",
  // CommonJS packages in the bundle ask for Node's own modules with require.
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
  logLevel: "warning",
});
await rm(folder, { recursive: true, force: true });
await rename(aside, folder);

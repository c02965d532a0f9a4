import { join } from "node:path";
import type { InlineConfig, Plugin } from "vite";

/** Which server goes with the client: the preview's, or the one that a release starts. */
export type ServerKind = "preview" | "release";

const serverName = "build-it-server";

/** The server's first file, made of the application's routes and the kit. */
const serverSources: Readonly<Record<ServerKind, (routes: string) => string>> = {
  preview: (routes) => `
    import { developmentSignIn, serveApplication } from "@build-it/application-kit/server";
    import { routes } from ${routes};
    export const serve = (options) => serveApplication({ ...options, routes, signIn: developmentSignIn });
  `,
  release: (routes) => `
    import { startRelease } from "@build-it/application-kit/server";
    import { routes } from ${routes};
    await startRelease({ routes, clientFolder: new URL("../client", import.meta.url), environment: process.env });
  `,
};

/**
 * Builds `client/` and `server/server.js` into `outFolder`. The server needs no packages beside it.
 * Throws what the bundler throws.
 */
export async function bundleApplication(options: {
  readonly appFolder: string;
  readonly outFolder: string;
  readonly server: ServerKind;
}): Promise<void> {
  const { build, defaultClientConditions, defaultServerConditions } = await import("vite");
  const common = {
    root: options.appFolder,
    configFile: false,
    envFile: false,
    mode: "production",
    logLevel: "silent",
    // What is built is for production, whatever the environment that it is built in says of itself.
    oxc: { jsx: { runtime: "automatic", development: false } },
    define: { "process.env.NODE_ENV": '"production"' },
  } satisfies InlineConfig;
  await Promise.all([
    build({
      ...common,
      resolve: { conditions: ["build-it:source", ...defaultClientConditions], dedupe: ["react", "react-dom"] },
      build: { outDir: join(options.outFolder, "client"), emptyOutDir: true, reportCompressedSize: false },
    }),
    build({
      ...common,
      plugins: [serverEntry(options)],
      ssr: {
        noExternal: true,
        external: ["pg-native"],
        resolve: { conditions: ["build-it:source", ...defaultServerConditions] },
      },
      build: {
        ssr: true,
        outDir: join(options.outFolder, "server"),
        emptyOutDir: true,
        copyPublicDir: false,
        target: "node20",
        rolldownOptions: { input: serverName, output: { entryFileNames: "server.js" } },
      },
    }),
  ]);
}

const serverEntry = ({ appFolder, server }: { readonly appFolder: string; readonly server: ServerKind }): Plugin => ({
  name: serverName,
  resolveId: (id) => (id === serverName ? join(appFolder, `${serverName}.js`) : null),
  load: (id) =>
    id === join(appFolder, `${serverName}.js`)
      ? serverSources[server](JSON.stringify(join(appFolder, "src", "generated", "server", "index.ts")))
      : null,
});

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Served, ServeOptions } from "@build-it/application-kit/server";
import type { Diagnostic } from "@build-it/stage-contract";
import { previewFolder } from "./build-preview.ts";
import { cannotListen, notBuilt } from "./diagnostics.ts";
import { sha256 } from "./read-files.ts";

/** What to serve, and where. */
export interface PreviewOptions {
  /** Absolute path of the application. */
  readonly appFolder: string;
  /** Its user must be allowed to become `anon` and `authenticated`. */
  readonly databaseUrl: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Other machines are never served. */
  readonly host: "127.0.0.1";
  /** Told of errors that the browser is not told of; without it they go to the terminal. */
  readonly onError?: (error: unknown) => void;
}

/** The preview cannot be served, and why. */
export class PreviewUnavailable extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** What the bundle of the preview's server exports. */
interface PreviewServer {
  readonly serve: (options: Omit<ServeOptions<unknown>, "routes" | "signIn">) => Promise<Served>;
}

/**
 * Serves the application that stage 6 built, on this machine alone, until `close`. Each request runs in a transaction as
 * the person who is signed in, or as `anon`. Throws `PreviewUnavailable` when nothing is built or the port is taken.
 */
export async function servePreview({ appFolder, databaseUrl, port, host, onError }: PreviewOptions): Promise<Served> {
  const folder = previewFolder(appFolder);
  const bundle = join(folder, "server", "server.js");
  const text = await readFile(bundle).catch(() => {
    throw new PreviewUnavailable(notBuilt());
  });
  // Node keeps a module by its address: another build is another address.
  const server = (await import(`${pathToFileURL(bundle).href}?${sha256(text)}`)) as PreviewServer;
  try {
    return await server.serve({
      clientFolder: join(folder, "client"),
      databaseUrl,
      host,
      port,
      loopbackOnly: true,
      onError: onError ?? ((error) => console.error(error)),
    });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") throw new PreviewUnavailable(cannotListen(port, "Another program listens there."));
    if (code === "EACCES") throw new PreviewUnavailable(cannotListen(port, "The system does not allow it."));
    throw error;
  }
}

import { ensureDatabase, type ServerLease, ServerProblem, useServer } from "@build-it/postgres-server";
import { serverUnavailable } from "../diagnostics.ts";
import type { ShadowServer, TargetDatabase } from "../pipeline.ts";
import { HaltError } from "../run/halt-error.ts";
import type { TargetResult } from "./resolve-target.ts";

/** The databases of an application, opened when they are first asked for. */
export interface Servers {
  /** Throws `HaltError` when the target cannot be had. */
  target(): Promise<TargetDatabase>;
  /** Throws `HaltError` when the embedded server cannot be started. */
  shadow(): Promise<ShadowServer>;
  /** Lets go of the embedded server, if it was used. */
  release(): Promise<void>;
}

/** Prepares an application's databases; starts nothing yet. */
export function openServers(options: {
  /** Absolute: where the embedded server keeps its files. */
  readonly directory: string;
  readonly major: number;
  readonly target: TargetResult;
  readonly notice: (text: string) => void;
}): Servers {
  let lease: Promise<ServerLease> | undefined;
  const embedded = () => {
    lease ??= useServer(options).catch((error: unknown) => {
      lease = undefined;
      throw error instanceof ServerProblem ? new HaltError("target_unavailable", serverUnavailable(error)) : error;
    });
    return lease;
  };
  return {
    shadow: embedded,
    async target() {
      if (options.target.status === "unresolved") throw new HaltError("target_unavailable", options.target.diagnostic);
      const { address } = options.target;
      if (address.kind !== "embedded") return address;
      const url = await ensureDatabase(await embedded(), address.database);
      return { kind: "embedded", url, label: `embedded PostgreSQL ${options.major} · ${address.database}` };
    },
    async release() {
      const used = await lease?.catch(() => undefined);
      lease = undefined;
      await used?.release();
    },
  };
}

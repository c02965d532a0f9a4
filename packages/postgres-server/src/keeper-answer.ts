/** What a running server is, as its keeper tells everybody who asks. */
export interface RunningServer {
  readonly major: number;
  readonly port: number;
}

/** How the keeper starts the server. `log` must end in `.log`; `stop` is for systems without signals. */
export interface StartOrder {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: { readonly uid: number; readonly gid: number } | undefined;
  readonly log: string;
  readonly stop: { readonly command: string; readonly args: readonly string[] } | undefined;
  readonly server: RunningServer;
}

/** What everybody but the opener says, who only gives orders. The end of a connection that said "use" ends that use. */
export type UserMessage =
  | { readonly type: "use" }
  | { readonly type: "keep" }
  | { readonly type: "status" }
  | { readonly type: "stop"; readonly force: boolean };

export interface KeeperStatus {
  readonly status: "starting" | "running" | "stopping";
  readonly users: number;
  readonly kept: boolean;
  readonly server: RunningServer | undefined;
}

/** A connection that ends without an answer means: this keeper has gone, look for the next. */
export type KeeperAnswer =
  | { readonly status: "claimed" }
  | { readonly status: "ready"; readonly server: RunningServer }
  | { readonly status: "failed"; readonly output: string }
  | { readonly status: "in_use"; readonly users: number }
  | KeeperStatus;

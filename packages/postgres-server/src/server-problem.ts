/** What can be wrong with a server that a person can do something about. */
export type ServerProblemCode =
  | "unsupported_platform"
  | "binaries_missing"
  | "library_link_missing"
  | "port_conflict"
  | "other_port"
  | "other_major"
  | "disk_full"
  | "not_owner"
  | "running_elsewhere"
  | "not_a_data_directory"
  | "no_user_for_root"
  | "initialise_failed"
  | "start_failed"
  | "keeper_failed";

/** What a `ServerProblem` says, as plain values. */
export interface ServerProblemFields {
  readonly code: ServerProblemCode;
  /** What happened. */
  readonly message: string;
  /** Why, often in PostgreSQL's own words. */
  readonly reason: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Thrown by everything in this package when the server cannot be had. Any other error is a bug. */
export class ServerProblem extends Error {
  readonly code: ServerProblemCode;
  readonly reason: string;
  readonly remedy: string;

  constructor(fields: ServerProblemFields) {
    super(fields.message);
    this.name = "ServerProblem";
    this.code = fields.code;
    this.reason = fields.reason;
    this.remedy = fields.remedy;
  }
}

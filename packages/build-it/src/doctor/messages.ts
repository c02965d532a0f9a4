import type { Diagnostic } from "@build-it/stage-contract";
import type { HealthCheck } from "./health-check.ts";

/** Every message of the doctor. */

const good = (name: string, detail: string): HealthCheck => ({ name, status: "good", detail });

export const nodeGood = (version: string): HealthCheck => good("Node.js", version);
export const nodeTooOld = (version: string, oldest: string): HealthCheck => ({
  name: "Node.js",
  status: "bad",
  detail: version,
  remedy: `Install Node.js ${oldest} or newer.`,
});

export const pnpmGood = (version: string): HealthCheck => good("pnpm", version);
export const pnpmMissing = (): HealthCheck => ({
  name: "pnpm",
  status: "warning",
  detail: "not on the PATH",
  remedy: "`npm start` brings its own; to type pnpm yourself, run `npm install --global pnpm@10`.",
});

export const diskGood = (megabytes: number): HealthCheck => good("Disk", `${megabytes} MB free`);
export const diskFilling = (megabytes: number): HealthCheck => ({
  name: "Disk",
  status: "warning",
  detail: `${megabytes} MB free`,
  remedy: "Free some space: the embedded server and a build want about 500 MB.",
});

export const moduleGood = (folder: string): HealthCheck => good("Model", folder);
export const moduleMissing = (folder: string): HealthCheck => ({
  name: "Model",
  status: "bad",
  detail: `${folder} does not exist`,
  remedy: "Change `module` or `busm` in build-it.config.ts to where the model is.",
});

export const serverGood = (major: number, port: number, folder: string): HealthCheck =>
  good("Embedded server", `PostgreSQL ${major} starts, 127.0.0.1:${port}, ${folder}`);

export const serverFails = ({ message, cause, remedy }: Diagnostic): HealthCheck => ({
  name: "Embedded server",
  status: "bad",
  detail: [message, cause].filter((text) => text !== undefined).join(" "),
  ...(remedy === undefined ? {} : { remedy }),
});

export const targetGood = (label: string, version: string): HealthCheck =>
  good("Database", `${label} answers, PostgreSQL ${version}`);

export const targetUnreachable = (label: string, reason: string): HealthCheck => ({
  name: "Database",
  status: "bad",
  detail: `${label} cannot be reached: ${reason}`,
  remedy: "Check host, port and password, and that this machine may connect.",
});

export const targetUnresolved = ({ message, remedy }: Diagnostic): HealthCheck => ({
  name: "Database",
  status: "bad",
  detail: message,
  ...(remedy === undefined ? {} : { remedy }),
});

export const majorsDiffer = (target: number, shadow: number): HealthCheck => ({
  name: "Versions",
  status: "bad",
  detail: `the database is PostgreSQL ${target}, the embedded server ${shadow}`,
  remedy: `Schemas are compared as PostgreSQL prints them, so both must be the same: set \`postgres: ${target}\` in build-it.config.ts.`,
});
export const majorsAgree = (major: number): HealthCheck => good("Versions", `PostgreSQL ${major} on both sides`);

export const rolesGood = (user: string): HealthCheck => good("Roles", `connected as ${user}; the API roles exist`);
export const rolesMissing = (missing: readonly string[]): HealthCheck => ({
  name: "Roles",
  status: "warning",
  detail: `${missing.join(", ")} do not exist yet`,
  remedy: "The first apply makes them on a plain PostgreSQL, if its user may create roles.",
});

export const poolerGood = (): HealthCheck => good("Connection", "no transaction pooler");

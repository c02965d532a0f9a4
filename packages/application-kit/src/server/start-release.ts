import { fileURLToPath } from "node:url";
import type { Routes } from "../queries/entity-routes.ts";
import type { Served } from "./serve-application.ts";
import { serveApplication } from "./serve-application.ts";
import { bearerSignIn } from "./sign-in.ts";

/**
 * Starts a release from the environment: `DATABASE_URL`, `JWT_SECRET` (that signs the tokens of signed-in people), and
 * `HOST` and `PORT` where 127.0.0.1:8080 is not wanted. Throws when a variable is missing; stops on SIGTERM and SIGINT.
 */
export async function startRelease<DB>({
  routes,
  clientFolder,
  environment,
}: {
  readonly routes: Routes<DB>;
  readonly clientFolder: URL;
  readonly environment: Readonly<Record<string, string | undefined>>;
}): Promise<Served> {
  const required = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === "") throw new Error(`The environment variable ${name} is not set.`);
    return value;
  };
  const secret = required("JWT_SECRET");
  const served = await serveApplication({
    routes,
    clientFolder: fileURLToPath(clientFolder),
    databaseUrl: required("DATABASE_URL"),
    host: environment.HOST ?? "127.0.0.1",
    port: Number(environment.PORT ?? 8080),
    // Behind a proxy the name is the proxy's to check.
    loopbackOnly: false,
    signIn: () => bearerSignIn(secret),
    onError: (error) => console.error(error),
  });
  console.log(`Listening on ${served.url}`);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void served.close());
  return served;
}

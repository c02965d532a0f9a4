import type { MiddlewareHandler } from "hono";
import { refused } from "../queries/problem.ts";

const reads = new Set(["GET", "HEAD"]);

/**
 * Refuses what another site could make a browser send. A write must come from a page of this very server and carry JSON,
 * which no form of another site can. With `hosts`, every request must name one of them: a name that somebody points at
 * this machine (DNS rebinding) is none.
 */
export const guardOrigin =
  (hosts: { includes(host: string): boolean } | null): MiddlewareHandler =>
  async (c, next) => {
    const host = c.req.header("host") ?? "";
    if (hosts !== null && !hosts.includes(host)) throw refused("The server does not answer to this name.");
    if (!reads.has(c.req.method)) {
      const origin = c.req.header("origin");
      if (origin !== `http://${host}` && origin !== `https://${host}`) throw refused("It comes from another page.");
      if (c.req.method !== "DELETE" && !isJson(c.req.header("content-type"))) throw refused("It is not sent as JSON.");
    }
    await next();
  };

const isJson = (type: string | undefined): boolean => type?.split(";")[0]?.trim().toLowerCase() === "application/json";

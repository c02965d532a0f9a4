import { changes } from "./changes.ts";
import type { ListQuery, Problem } from "./wire.ts";

/** The server's answer was a problem. */
export class RequestFailed extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

/** Reads JSON. Throws `RequestFailed` when the server says no or cannot be reached. */
export const load = async <Value>(path: string, signal?: AbortSignal): Promise<Value> =>
  (await ask(path, { headers: { accept: "application/json" }, ...(signal === undefined ? {} : { signal }) })) as Value;

/** Changes rows, then has everything on the screen read again. Throws `RequestFailed`. */
export async function send<Value>(method: "POST" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<Value> {
  const value = await ask(path, {
    method,
    headers: { "content-type": "application/json", accept: "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  changes.announce();
  return value as Value;
}

/** The address of a page of a list. */
export function listPath(entity: string, query: ListQuery): string {
  const parameters = new URLSearchParams({ page: String(query.page) });
  if (query.search !== "") parameters.set("search", query.search);
  if (query.orderBy !== null) parameters.set("order", query.orderBy);
  if (query.descending) parameters.set("direction", "desc");
  if (query.filter !== null) {
    parameters.set("filter", query.filter.column);
    parameters.set("value", query.filter.value);
  }
  return `/api/${entity}?${parameters}`;
}

/** The address of one row; `key` is what `joinKey` made. */
export const rowPath = (entity: string, key: string): string => `/api/${entity}/rows/${key}`;

async function ask(path: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(path, init).catch(unlessAborted({ status: 0, title: "The server cannot be reached." }));
  if (response.status === 204) return null;
  const { ok, status } = response;
  const unreadable = { status, title: ok ? "The answer of the server broke off." : "Something went wrong." };
  const body: unknown = await response.json().catch(unlessAborted(unreadable));
  if (ok) return body;
  throw new RequestFailed(isProblem(body) ? body : unreadable);
}

/** Whoever no longer waits for an answer is told just that, also while its body was on the way. */
const unlessAborted =
  (problem: Problem) =>
  (error: unknown): never => {
    throw error instanceof DOMException && error.name === "AbortError" ? error : new RequestFailed(problem);
  };

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "title" in body && "status" in body;

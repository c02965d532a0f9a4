import { useEffect, useState, useSyncExternalStore } from "react";
import { changes } from "./changes.ts";
import { load, RequestFailed } from "./request.ts";
import type { Problem } from "./wire.ts";

/** What a component knows of something it loads. `refreshing`: a newer answer is on its way. */
export type Resource<Value> =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly problem: Problem }
  | { readonly status: "ready"; readonly value: Value; readonly refreshing: boolean };

/** Loads a path, and again whenever it or any row changes. The last answer stays on the screen until the next one comes. */
export function useResource<Value>(path: string): Resource<Value> {
  const version = useSyncExternalStore(changes.subscribe, changes.count);
  const [answer, setAnswer] = useState<{ request: string; resource: Resource<Value> } | null>(null);
  const request = `${version} ${path}`;

  useEffect(() => {
    const cancel = new AbortController();
    load<Value>(path, cancel.signal).then(
      (value) => setAnswer({ request, resource: { status: "ready", value, refreshing: false } }),
      (error: unknown) => {
        if (cancel.signal.aborted) return;
        const problem = error instanceof RequestFailed ? error.problem : { status: 0, title: "Something went wrong." };
        setAnswer({ request, resource: { status: "failed", problem } });
      },
    );
    return () => cancel.abort();
  }, [path, request]);

  if (answer === null) return { status: "loading" };
  if (answer.request === request) return answer.resource;
  return answer.resource.status === "ready" ? { ...answer.resource, refreshing: true } : { status: "loading" };
}

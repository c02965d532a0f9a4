import type { ReactNode } from "react";
import type { Resource } from "./use-resource.ts";
import type { Problem } from "./wire.ts";

/** Shown while something loads. */
export const Loading = () => (
  <p className="state" role="status">
    <span className="spinner" aria-hidden="true" /> Loading…
  </p>
);

/** What went wrong, said once, where it happened. */
export const ProblemNotice = ({ problem }: { readonly problem: Problem }) => (
  <div className="notice notice-problem" role="alert">
    <strong>{problem.title}</strong>
    {problem.detail === undefined ? null : <p>{problem.detail}</p>}
  </div>
);

/** The children once the resource is there; until then, how it stands. */
export function Loaded<Value>({
  resource,
  children,
}: {
  readonly resource: Resource<Value>;
  readonly children: (value: Value) => ReactNode;
}) {
  switch (resource.status) {
    case "loading":
      return <Loading />;
    case "failed":
      return <ProblemNotice problem={resource.problem} />;
    case "ready":
      return <div aria-busy={resource.refreshing}>{children(resource.value)}</div>;
  }
}

import type { ReactNode } from "react";
import { useState } from "react";
import { ProblemNotice } from "./loaded.tsx";
import { RequestFailed } from "./request.ts";
import type { Problem } from "./wire.ts";

/** One row: its name, what can be done with it, and its fields (`DetailField`). */
export function RowDetail({
  title,
  kind,
  listHref,
  editHref,
  remove,
  children,
}: {
  readonly title: string;
  /** "Account": what the row is. */
  readonly kind: string;
  readonly listHref: string;
  readonly editHref?: string | undefined;
  /** Deletes the row and goes on to where there is something to see. */
  readonly remove?: (() => Promise<void>) | undefined;
  /** None where there is nothing to show but the key. */
  readonly children?: ReactNode;
}) {
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <section className="card" aria-label={title}>
      <div className="card-head">
        <div>
          <a className="eyebrow" href={listHref}>
            {kind}
          </a>
          <h1>{title}</h1>
        </div>
        {editHref === undefined ? null : (
          <a className="button" href={editHref}>
            Edit
          </a>
        )}
        {remove === undefined ? null : <DeleteButton remove={remove} onProblem={setProblem} />}
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <dl className="detail">{children}</dl>
    </section>
  );
}

/** A field of a row: its label and its value. */
export const DetailField = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className="detail-field">
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** Deletes on the second press: the first one asks. */
function DeleteButton({
  remove,
  onProblem,
}: {
  readonly remove: () => Promise<void>;
  readonly onProblem: (problem: Problem) => void;
}) {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <button type="button" className="button button-danger" onClick={() => setAsking(true)}>
        Delete
      </button>
    );
  }
  const confirm = () => {
    remove().catch((error: unknown) => {
      setAsking(false);
      onProblem(error instanceof RequestFailed ? error.problem : { status: 0, title: "Something went wrong." });
    });
  };
  return (
    <span className="confirm" role="alertdialog" aria-label="Delete this?">
      <span>Delete this?</span>
      <button type="button" className="button button-danger" onClick={confirm}>
        Yes, delete
      </button>
      {/* biome-ignore lint/a11y/noAutofocus: the harmless answer to a question that was just asked. */}
      <button type="button" className="button" onClick={() => setAsking(false)} autoFocus>
        Keep
      </button>
    </span>
  );
}

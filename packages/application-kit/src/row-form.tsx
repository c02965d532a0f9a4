import type { ReactNode, SubmitEvent } from "react";
import { createContext, useContext, useState } from "react";
import { ProblemNotice } from "./loaded.tsx";
import { readForm, UnreadableEntry } from "./read-form.ts";
import { RequestFailed } from "./request.ts";
import type { Rules } from "./rules.ts";
import type { Problem } from "./wire.ts";

const FieldErrors = createContext<Readonly<Record<string, string>>>({});

/** What the server said about the entry of a column. */
export const useFieldError = (column: string): string | undefined => useContext(FieldErrors)[column];

/** A form for one row: reads the entries, saves them, and shows what the server has against them beside their fields. */
export function RowForm<Input extends object>({
  title,
  rules,
  save,
  cancelHref,
  children,
}: {
  readonly title: string;
  readonly rules: Rules<Input>;
  /** Stores the entries and goes on to where the row can be seen. */
  readonly save: (input: Input) => Promise<void>;
  readonly cancelHref: string;
  readonly children: ReactNode;
}) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState(false);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSaving(true);
    try {
      await save(readForm(event.currentTarget, rules));
    } catch (error) {
      setProblem(problemOf(error));
      setSaving(false);
    }
  };

  return (
    <form className="card form" onSubmit={submit} aria-busy={saving}>
      <h1>{title}</h1>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <FieldErrors value={problem?.errors ?? {}}>
        <div className="fields">{children}</div>
      </FieldErrors>
      <div className="actions">
        <button type="submit" className="button button-primary" disabled={saving}>
          {saving ? "Saving…" : "Save"}
        </button>
        <a className="button" href={cancelHref}>
          Cancel
        </a>
      </div>
    </form>
  );
}

function problemOf(error: unknown): Problem {
  if (error instanceof RequestFailed) return error.problem;
  if (error instanceof UnreadableEntry) return { status: 0, title: error.message };
  return { status: 0, title: "Something went wrong." };
}

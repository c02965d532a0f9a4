import { z } from "zod";

/** One row of the control panel: a group of changes and its lines. */
export const ChangeGroup = z.object({
  /** "New Tables", "Modified Tables", "New Relationships", … */
  title: z.string(),
  lines: z.array(z.object({ text: z.string(), danger: z.string().optional() })),
});
export type ChangeGroup = z.infer<typeof ChangeGroup>;

/** What the control panel shows. */
export const MigrationPanel = z.object({
  iteration: z.number().int(),
  title: z.string(),
  target: z.string(),
  groups: z.array(ChangeGroup),
  migrations: z.array(z.object({ file: z.string(), sql: z.string(), rollbackSql: z.string() })),
});
export type MigrationPanel = z.infer<typeof MigrationPanel>;

/**
 * A question to a person. The stage says what may be chosen and what to show; the command line, the web page or a test
 * answers. Where nobody can answer, `decide` answers with `unattended`.
 */
export interface Decision<Choice extends string> {
  /** "apply_migration", … stable, for `--json-stream` and tests. */
  readonly kind: string;
  readonly question: string;
  readonly panel?: MigrationPanel;
  readonly choices: readonly { readonly choice: Choice; readonly label: string; readonly key: string }[];
  /** The answer when there is no person to ask (no terminal, CI, `--json`). */
  readonly unattended: Choice;
  /** True when the panel is shown and the run goes on by itself with `unattended`, even where a person is there. */
  readonly informs?: boolean;
}

/** One thing that BUILD IT needs, and whether it is there. */
export interface HealthCheck {
  readonly name: string;
  readonly status: "good" | "warning" | "bad";
  /** What was found. */
  readonly detail: string;
  /** What to do, where something is to be done. */
  readonly remedy?: string;
}

import { execFileSync } from "node:child_process";
import { userInfo } from "node:os";
import { createApproval, runPipeline } from "@build-it/build-it";
import type { Invocation } from "../invocation.ts";
import { runProject } from "../run-project.ts";

/** `build-it approve [N] [--by name]`. */
export const approve = (
  invocation: Invocation,
  options: { readonly by?: string },
  iteration: number | undefined,
): Promise<number> => {
  const approvedBy = options.by ?? gitUser(invocation.cwd) ?? userInfo().username;
  const wanted = { approvedBy, ...(iteration === undefined ? {} : { iteration }) };
  return runProject(invocation, {
    run: (project, runOptions) => runPipeline(createApproval(project, wanted), undefined, runOptions),
    answer: ({ artifacts: { report } }) => {
      const { paint, tick } = invocation.terminal.style;
      const lines = report.approvals.map(
        (one) =>
          `${paint.green(tick)} ${one.file} approved for ${report.environment} by ${one.approvedBy}  ${paint.dim(one.checksum.slice(0, 12))}`,
      );
      const text = lines.length === 0 ? `Nothing is pending for ${report.environment}.` : lines.join("\n");
      return { json: report, text };
    },
  });
};

/** As commits are signed: "Ada <ada@example.com>"; undefined without git or a name. */
function gitUser(cwd: string): string | undefined {
  const read = (key: string) => execFileSync("git", ["config", key], { cwd, encoding: "utf8", stdio: "pipe" }).trim();
  try {
    return `${read("user.name")} <${read("user.email")}>`;
  } catch {
    return undefined;
  }
}

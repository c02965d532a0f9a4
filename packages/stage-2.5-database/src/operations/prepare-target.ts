import { completed, halted, type StageContext, type StageResult } from "@build-it/stage-contract";
import { catchHalt, withTarget } from "../5-apply/connect.ts";
import { supabaseMissing, supabaseRefused } from "../diagnostics/apply.ts";
import type { DatabaseProject } from "../project.ts";
import type { PrepareReport } from "../reports.ts";
import { bootstrapSupabase } from "../supabase/bootstrap-supabase.ts";
import { checkSupabase } from "../supabase/check-supabase.ts";

/**
 * `build-it db prepare`: gives a plain PostgreSQL the API roles and `auth` functions that access rules stand on. Said by
 * name, since roles belong to the whole server. A Supabase project has them, and nothing is made on one.
 */
export const prepareTarget = (project: DatabaseProject, _context: StageContext): Promise<StageResult<PrepareReport>> =>
  catchHalt(async () => {
    const target = await project.target();
    return withTarget(target, async (client): Promise<StageResult<PrepareReport>> => {
      const missing = await checkSupabase(client);
      const message = `${target.label} cannot be prepared.`;
      if (missing.length > 0 && target.kind === "supabase")
        return halted({ kind: "target_unavailable", message }, [supabaseMissing(target.label, missing)]);
      try {
        await bootstrapSupabase(client);
      } catch (error) {
        return halted({ kind: "target_unavailable", message }, [supabaseRefused(target.label, missing, error)]);
      }
      return completed({ target: target.label, created: [...missing] });
    });
  });

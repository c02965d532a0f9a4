import { createGenerate, runPipeline, sourceOf } from "@build-it/build-it";
import type { Invocation } from "../invocation.ts";
import { runProject } from "../run-project.ts";

/** `build-it generate`. */
export const generate = (invocation: Invocation): Promise<number> =>
  runProject(invocation, {
    run: (project, options) => runPipeline(createGenerate(project), sourceOf(project), options),
    answer: ({ runId, diagnostics, artifacts: { database, components } }) => {
      const { paint, tick } = invocation.terminal.style;
      const written = database.written === null ? "no new migration" : `wrote ${database.written.file}`;
      const files = components.files.map(({ path }) => path);
      const text = `${paint.green(tick)} Iteration ${database.iteration}: ${written}; ${database.tables.length} tables, ${files.length} generated files`;
      const { iteration, typeFiles } = database;
      const json = {
        status: "completed",
        runId,
        iteration,
        written: database.written?.file ?? null,
        typeFiles,
        files,
        diagnostics,
      };
      return { json, text };
    },
  });

import { servePreviewOf } from "@build-it/build-it";
import { exitCodes } from "../exit-codes.ts";
import { type Invocation, say, writeAnswer } from "../invocation.ts";
import { serving } from "../messages.ts";
import { withProject } from "../run-project.ts";

const defaultPort = 4300;

/** `build-it preview`. Serves until Ctrl-C, which is its proper end and no interruption. */
export const preview = (invocation: Invocation, options: { readonly port?: number }): Promise<number> =>
  withProject(invocation, async (project) => {
    const served = await servePreviewOf(project, options.port ?? defaultPort);
    writeAnswer(invocation, { json: { status: "serving", url: served.url }, text: served.url });
    say(invocation, serving(served.url));
    const { signal } = invocation;
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
    await served.close();
    return exitCodes.done;
  });

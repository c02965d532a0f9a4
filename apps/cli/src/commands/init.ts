import { relative, resolve } from "node:path";
import { createApp } from "@build-it/build-it";
import { exitCodes } from "../exit-codes.ts";
import { type Invocation, writeAnswer } from "../invocation.ts";
import { newApp } from "../messages.ts";
import { refuse } from "../run-project.ts";

/** `build-it init [folder]`. */
export async function init(invocation: Invocation, _options: object, folder: string | undefined): Promise<number> {
  const result = createApp(resolve(invocation.cwd, folder ?? "."));
  if (result.status === "refused") return refuse(invocation, result.diagnostics);
  const shown = (path: string) => relative(invocation.cwd, path) || ".";
  const text = newApp({
    files: result.files.map(shown),
    app: shown(result.appFolder),
    model: shown(result.moduleFolder),
    inWorkspace: result.inWorkspace,
  });
  writeAnswer(invocation, { json: result, text });
  return exitCodes.done;
}

import { spawn, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildCommand, builtMain, callCommand, plainVariables, temporaryFolder } from "./built-command.ts";

// A pseudo-terminal needs a native module in Node; Python, which most systems have, has one built in.
const hasTerminal = spawnSync("python3", ["-c", "import pty, os; os.waitstatus_to_exitcode"]).status === 0;
if (!hasTerminal) console.warn("The keys are not tested: that needs python3 (3.9 or newer) with its pty module.");

const folder = temporaryFolder();
const app = join(folder.path, "shop");
const entity = join(app, "busm/shop/entities/customer.yaml");

/** Keys as terminals send them. */
const keys = { left: "\u001b[D", right: "\u001b[C", enter: "\r", interrupt: "\u0003", escape: "\u001b" };

/** Plays a person at a terminal of 80 columns: each step waits for a text and presses keys. */
function play(
  steps: readonly (readonly [text: string, keys: string])[],
  words: readonly string[],
  variables: NodeJS.ProcessEnv = {},
) {
  const driver = join(import.meta.dirname, "drive-terminal.py");
  const command = [driver, "80", "40", JSON.stringify(steps), process.execPath, builtMain, ...words];
  const child = spawn("python3", command, { cwd: app, env: plainVariables({ TERM: "xterm-256color", ...variables }) });
  let screen = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    screen += text;
  });
  return new Promise<{ exitCode: number | null; screen: string; text: string }>((resolve) => {
    child.on("close", (exitCode) => resolve({ exitCode, screen, text: stripVTControlCharacters(screen) }));
  });
}

const buttons = "[Apply & Continue]";
// Its letter is underlined, so the words come in pieces.
const panelReady = "pply & Continue";
const iteration = async () =>
  (JSON.parse((await callCommand(app, ["status", "--json"])).stdout) as { iteration: number }).iteration;

describe.skipIf(!hasTerminal)("at a terminal", () => {
  beforeAll(async () => {
    buildCommand();
    await callCommand(folder.path, ["init", "shop"]);
    const config = join(app, "build-it.config.ts");
    writeFileSync(config, readFileSync(config, "utf8").replace('apply: "auto"', 'apply: "ask"'));
  });
  afterAll(async () => {
    await callCommand(app, ["db", "reset", "--yes"]);
    folder.remove();
  });

  test("c cancels: 130, and nothing is applied", async () => {
    const { exitCode, text } = await play([[panelReady, "c"]], ["run", "--to", "2.5"]);
    expect(text).toContain("BUILD ITERATION 1 - DATABASE CHANGES DETECTED");
    expect(text).toContain(buttons);
    expect(exitCode).toBe(130);
    expect(await iteration()).toBe(0);
  });

  test("Ctrl-C cancels too, and gives the terminal back", async () => {
    const { exitCode, text } = await play([[panelReady, keys.interrupt]], ["run", "--to", "2.5"]);
    expect(text).toContain("Stopping");
    expect(exitCode).toBe(130);
    expect(await iteration()).toBe(0);
  });

  test("r shows the whole migration and its rollback, q comes back, Left and Enter cancel", async () => {
    const steps = [
      [panelReady, "r"],
      ["q: close", "\u001b[F"],
      ["Rollback of 001_customer.sql", "q"],
      [panelReady, keys.left],
      ["ancel", keys.enter],
    ] as const;
    const { exitCode, text, screen } = await play(steps, ["run", "--to", "2.5"]);
    expect(text).toContain("DROP TABLE public.customers");
    expect(exitCode).toBe(130);
    // The alternate screen was entered and left.
    expect(screen.split("\u001b[?1049h")).toHaveLength(2);
    expect(screen.split("\u001b[?1049l")).toHaveLength(2);
  });

  test("a applies", async () => {
    const { exitCode, text } = await play([[panelReady, "a"]], ["run", "--to", "2.5"]);
    expect(exitCode).toBe(0);
    expect(text).toContain("Iteration 1 is applied and verified");
    expect(await iteration()).toBe(1);
  });

  test("where everything is safe and applied by itself, the panel is shown and waits for nobody", async () => {
    const config = join(app, "build-it.config.ts");
    writeFileSync(config, readFileSync(config, "utf8").replace('apply: "ask"', 'apply: "auto"'));
    writeFileSync(entity, readFileSync(entity, "utf8").replace("email: email", "email: email\n  phone: phone"));
    const { exitCode, text } = await play([], ["run", "--to", "2.5"]);
    expect(exitCode).toBe(0);
    expect(text).toContain("BUILD ITERATION 2 - DATABASE CHANGES DETECTED");
    expect(text).toContain("Applied by itself");
    expect(text).not.toContain(buttons);
  });

  test("with CI set nobody is asked", async () => {
    const config = join(app, "build-it.config.ts");
    writeFileSync(config, readFileSync(config, "utf8").replace('apply: "auto"', 'apply: "ask"'));
    writeFileSync(entity, readFileSync(entity, "utf8").replace("phone: phone", "phone: phone\n  fax: phone"));
    const { exitCode, text } = await play([], ["run", "--to", "2.5"], { CI: "true" });
    expect(exitCode).toBe(3);
    expect(text).toContain("Next: build-it approve 3");
  });

  test("deleting databases wants a typed yes", async () => {
    const { exitCode, text } = await play([["Type yes", "no\r"]], ["db", "reset"]);
    expect(exitCode).toBe(130);
    expect(text).toContain("This deletes every database");
    expect(await iteration()).toBe(2);
    expect((await play([["Type yes", "yes\r"]], ["db", "reset"])).exitCode).toBe(0);
  });
});

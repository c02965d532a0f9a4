import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { countStage, lettersStage } from "../../test/toy-stages.ts";
import { pipeline } from "../compose/pipeline.ts";
import { answerUnattended, type RunOptions } from "./run-options.ts";
import { runPipeline } from "./run-pipeline.ts";
import { findStage, runStage, UnknownStageError } from "./run-stage.ts";

const words = pipeline<string>()
  .stage("letters", lettersStage, ({ source }) => source)
  .stage("count", countStage, ({ letters }) => ({ letters }));

let runsFolder: string;
let options: RunOptions;
beforeEach(() => {
  runsFolder = mkdtempSync(join(tmpdir(), "build-it-runs-"));
  options = {
    runsFolder,
    environment: { name: "development", apply: "auto" },
    signal: new AbortController().signal,
    now: () => new Date(),
    decide: answerUnattended,
  };
});
afterEach(() => rmSync(runsFolder, { recursive: true, force: true }));

test.each(["2.5", "count", "stage-2.5-count"])("finds a stage as %s", (wanted) => {
  expect(findStage(words, wanted)).toMatchObject({ position: 2, step: { name: "count" } });
});

test("names the stages there are when one is unknown", () => {
  expect(() => findStage(words, "25")).toThrow(UnknownStageError);
  expect(() => findStage(words, "25")).toThrow("stage-1-letters, stage-2.5-count");
});

test("runs a stage alone on the stored input of the last run, with the same output", async () => {
  const whole = await runPipeline(words, "cat", options);
  const alone = await runStage(words, "2.5", options);
  expect(alone).toMatchObject({ status: "completed", artifacts: { count: 3 } });
  expect(alone.runId).not.toBe(whole.runId);
  const output = (folder: string) => readFileSync(join(folder, "02-stage-2.5-count", "output.json"), "utf8");
  expect(output(alone.runFolder)).toBe(output(whole.runFolder));
});

test("passes over later runs that did not come as far as the stage", async () => {
  await runPipeline(words, "cat", options);
  await runPipeline(words, "", { ...options, now: () => new Date(Date.now() + 1000) });
  expect(await runStage(words, "count", options)).toMatchObject({ artifacts: { count: 3 } });
});

test("runs a stage alone on a file", async () => {
  const inputFile = join(runsFolder, "letters.json");
  writeFileSync(inputFile, JSON.stringify({ letters: ["a", "b"] }));
  expect(await runStage(words, "count", { ...options, inputFile })).toMatchObject({ artifacts: { count: 2 } });
});

test("halts without an input, and does not take the halt's run for one the next time", async () => {
  const expected = { status: "halted", diagnostics: [{ code: "build-it/no_stored_input" }] };
  expect(await runStage(words, "count", options)).toMatchObject(expected);
  expect(await runStage(words, "count", options)).toMatchObject(expected);
});

test("halts on a file that is no input of the stage, saying where it differs", async () => {
  const inputFile = join(runsFolder, "letters.json");
  writeFileSync(inputFile, JSON.stringify({ letters: [1] }));
  const result = await runStage(words, "count", { ...options, inputFile });
  expect(result).toMatchObject({ status: "halted", reason: { kind: "invalid_model" } });
  expect(result.diagnostics).toMatchObject([{ code: "build-it/stage_input_invalid" }]);
  expect(result.diagnostics[0]?.cause).toContain("letters.0");
});

test("halts on a file that is not there", async () => {
  const result = await runStage(words, "count", { ...options, inputFile: join(runsFolder, "none.json") });
  expect(result.diagnostics).toMatchObject([{ code: "build-it/input_file_unreadable" }]);
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PipelineEvent } from "@build-it/stage-contract";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countStage, lettersStage } from "../../test/toy-stages.ts";
import { pipeline } from "../compose/pipeline.ts";
import { answerUnattended, type RunOptions } from "./run-options.ts";
import { runPipeline } from "./run-pipeline.ts";

const words = pipeline<string>()
  .stage("letters", lettersStage, ({ source }) => source)
  .stage("count", countStage, ({ letters }) => ({ letters }));

let runsFolder: string;
let events: PipelineEvent[];
beforeEach(() => {
  runsFolder = mkdtempSync(join(tmpdir(), "build-it-runs-"));
  events = [];
});
afterEach(() => rmSync(runsFolder, { recursive: true, force: true }));

const options = (changes: Partial<RunOptions> = {}): RunOptions => ({
  runsFolder,
  environment: { name: "development", apply: "auto" },
  signal: new AbortController().signal,
  now: () => new Date(),
  decide: answerUnattended,
  onEvent: (event) => events.push(event),
  ...changes,
});
const readJson = (...path: string[]) => JSON.parse(readFileSync(join(...path), "utf8")) as unknown;

describe("a run", () => {
  test("hands each artifact on and gives them all", async () => {
    const result = await runPipeline(words, "cat", options());
    expect(result).toMatchObject({
      status: "completed",
      artifacts: { source: "cat", letters: ["c", "a", "t"], count: 3 },
    });
  });

  test("keeps the input and the artifact of every stage on disk", async () => {
    const { runFolder } = await runPipeline(words, "cat", options());
    expect(readdirSync(runFolder).sort()).toEqual(["01-stage-1-letters", "02-stage-2.5-count", "events.ndjson"]);
    expect(readJson(runFolder, "01-stage-1-letters", "input.json")).toBe("cat");
    expect(readJson(runFolder, "02-stage-2.5-count", "input.json")).toEqual({ letters: ["c", "a", "t"] });
    expect(readJson(runFolder, "02-stage-2.5-count", "output.json")).toBe(3);
  });

  test("says what happens, to the listener and to the log alike", async () => {
    const { runFolder } = await runPipeline(words, "cat", options());
    expect(events.map((event) => event.type)).toEqual([
      "run_started",
      "stage_started",
      "stage_event",
      "stage_completed",
      "stage_started",
      "decision_asked",
      "decision_answered",
      "stage_completed",
      "run_finished",
    ]);
    const logged = readFileSync(join(runFolder, "events.ndjson"), "utf8").trimEnd().split("\n");
    expect(logged.map((line) => JSON.parse(line) as unknown)).toEqual(events);
  });

  test("stops at the first halt and runs nothing after it", async () => {
    const result = await runPipeline(words, "", options());
    expect(result).toMatchObject({
      status: "halted",
      stage: "stage-1-letters",
      reason: { kind: "invalid_model" },
      artifacts: { source: "" },
    });
    expect(events.at(-1)).toMatchObject({ type: "run_finished", status: "halted" });
    expect(readdirSync(result.runFolder)).not.toContain("02-stage-2.5-count");
  });

  test("reports a throw as a bug with a log, and keeps the artifacts before it", async () => {
    const result = await runPipeline(words, "why?", options());
    expect(result).toMatchObject({ status: "failed", stage: "stage-2.5-count", artifacts: { letters: [..."why?"] } });
    if (result.status !== "failed") return;
    expect(readFileSync(result.logFile, "utf8")).toContain("Cannot count a question mark.");
    expect(readFileSync(result.logFile, "utf8")).toContain("toy-stages.ts");
    expect(readJson(result.runFolder, "01-stage-1-letters", "output.json")).toEqual([..."why?"]);
    expect(events.at(-1)).toMatchObject({ type: "run_finished", status: "failed" });
  });

  test("lets the person's answer decide", async () => {
    const decide: RunOptions["decide"] = async (question) => question.choices[0]?.choice ?? question.unattended;
    const result = await runPipeline(words, "cat", options({ decide }));
    expect(result).toMatchObject({ status: "halted", reason: { kind: "cancelled" } });
  });

  test("begins no stage once it is cancelled", async () => {
    const cancel = new AbortController();
    const onEvent = (event: PipelineEvent) => event.type === "stage_completed" && cancel.abort();
    const result = await runPipeline(words, "cat", options({ signal: cancel.signal, onEvent }));
    expect(result).toMatchObject({ status: "halted", stage: "stage-2.5-count", reason: { kind: "cancelled" } });
    expect(readdirSync(result.runFolder)).not.toContain("02-stage-2.5-count");
  });

  test("takes a stage that throws because it was cancelled for cancelled, not for broken", async () => {
    const cancel = new AbortController();
    const onEvent = (event: PipelineEvent) => event.type === "decision_asked" && cancel.abort();
    const result = await runPipeline(words, "cat", options({ signal: cancel.signal, onEvent }));
    expect(result).toMatchObject({ status: "halted", stage: "stage-2.5-count", reason: { kind: "cancelled" } });
  });

  test("leaves the last twenty runs on disk", async () => {
    const firstRun = await runPipeline(words, "first", options({ now: () => new Date("2026-01-01T00:00:00Z") }));
    for (let day = 1; day <= 20; day++) {
      await runPipeline(words, "later", options({ now: () => new Date(Date.UTC(2026, 1, day)) }));
    }
    const runs = readdirSync(runsFolder);
    expect(runs).toHaveLength(20);
    expect(runs).not.toContain(firstRun.runId);
  });

  test("runs a replaced stage in the old one's place", async () => {
    const shouting = words.replace("letters", {
      ...lettersStage,
      run: async (word) => ({ status: "completed", artifact: [...word.toUpperCase()], diagnostics: [] }),
    });
    const result = await runPipeline(shouting, "cat", options());
    expect(result.artifacts).toMatchObject({ letters: ["C", "A", "T"], count: 3 });
  });
});

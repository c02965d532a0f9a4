import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findMissingLine, readTour, type TourStep } from "./read-tour.ts";
import { copyRepository, type RepositoryCopy } from "./repository-copy.ts";

/** The README's chapters to follow, done by a newcomer: every command, every edit, and what is said to come of it. */

const readme = readFileSync(join(import.meta.dirname, "../../../README.md"), "utf8");
const [start] = readTour(readme, "A tour of five minutes");
const chapters: readonly (readonly [string, readonly TourStep[]])[] = [
  ["A tour of five minutes", readTour(readme, "A tour of five minutes")],
  ["Changing your model", [start, ...readTour(readme, "Changing your model")].filter((step) => step !== undefined)],
];

test("the README has chapters to follow", () => {
  for (const [, steps] of chapters) expect(steps.length).toBeGreaterThan(8);
});

/** Its port may be taken where tests run, so the page is served on a free one. */
const servesPage = (line: string) => line === "npm run preview";
const withoutPort = (text: string) => text.replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1");

const visitPage = async (url: string) => {
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("<title>CRM</title>");
};

describe.each(chapters)("%s: each step does what the README says", (_chapter, steps) => {
  let copy: RepositoryCopy;
  beforeAll(() => {
    copy = copyRepository();
  });
  afterAll(() => copy.remove());

  test.each(steps.map((step) => [step.title, step] as const))("%s", { timeout: 120_000 }, async (_title, step) => {
    if (step.kind === "edit") {
      const file = join(copy.root, step.file);
      const text = readFileSync(file, "utf8");
      expect(text.split(step.before)).toHaveLength(2);
      writeFileSync(file, text.replace(step.before, step.after));
      return;
    }
    let printed = "";
    for (const { line, exitCode } of step.commands) {
      if (servesPage(line)) {
        printed += await copy.serve(`${line} -- --port 0`, visitPage);
        continue;
      }
      const end = await copy.run(line);
      printed += end.printed;
      expect(end.exitCode, `${line}\n${end.printed}`).toBe(exitCode);
    }
    expect(findMissingLine(step.output.map(withoutPort), withoutPort(printed)), printed).toBeUndefined();
  });
});

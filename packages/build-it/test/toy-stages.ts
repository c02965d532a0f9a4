import { completed, halted, type Stage } from "@build-it/stage-contract";
import { z } from "zod";

/** Small real stages for the tests of the pipeline: a word becomes its letters, the letters a count. */

const Letters = z.array(z.string());

/** Halts on the empty word. */
export const lettersStage: Stage<string, string[]> = {
  name: "stage-1-letters",
  title: "Letters",
  input: z.string(),
  output: Letters,
  async run(word, context) {
    context.emit({ type: "step_started", step: "split", title: "Splitting the word" });
    if (word === "") return halted({ kind: "invalid_model", message: "There is no word." });
    return completed([...word]);
  },
};

/** Asks whether to count; throws on a letter that it does not know. */
export const countStage: Stage<{ readonly letters: readonly string[] }, number> = {
  name: "stage-2.5-count",
  title: "Counting",
  input: z.object({ letters: Letters }),
  output: z.number(),
  async run({ letters }, context) {
    if (letters.includes("?")) throw new Error("Cannot count a question mark.");
    const choice = await context.decide({
      kind: "count_letters",
      question: "Count the letters?",
      choices: [
        { choice: "no", label: "No", key: "n" },
        { choice: "yes", label: "Yes", key: "y" },
      ],
      unattended: "yes",
    });
    if (choice === "no") return halted({ kind: "cancelled", message: "Nobody wants a count." });
    context.signal.throwIfAborted();
    return completed(letters.length);
  },
};

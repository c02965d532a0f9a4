import { countStage, lettersStage } from "../../test/toy-stages.ts";
import { type ArtifactsOf, pipeline } from "./pipeline.ts";

// Nothing here runs: the root type check reads it, and an expected error that is none is an error.

const right = pipeline<{ readonly word: string }>()
  .stage("letters", lettersStage, ({ source }) => source.word)
  .stage("count", countStage, ({ letters }) => ({ letters }));

export const count: ArtifactsOf<typeof right>["count"] = 3;
// @ts-expect-error An artifact has its stage's type.
export const wrongCount: ArtifactsOf<typeof right>["count"] = "three";

// @ts-expect-error The letters do not exist yet when the count asks for them.
pipeline<string>().stage("count", countStage, ({ letters }) => ({ letters }));

// @ts-expect-error A stage takes its own input and nothing else.
pipeline<string>().stage("letters", lettersStage, ({ source }) => ({ source }));

// @ts-expect-error The source is no word here.
pipeline<number>().stage("letters", lettersStage, ({ source }) => source);

// @ts-expect-error A name is given once.
right.stage("count", lettersStage, ({ source }) => source.word);

right.replace("letters", lettersStage);
// @ts-expect-error A stage is replaced by one that takes and gives the same.
right.replace("letters", countStage);
// @ts-expect-error Only what is there can be replaced.
right.replace("words", lettersStage);

import type { LoadedModel } from "../load-model.ts";
import type { ModelProblem } from "../model-problem.ts";

/** Everything that can be wrong with a model beyond the shape of its files. */
export const checkModel = (_model: LoadedModel): readonly ModelProblem[] => [];

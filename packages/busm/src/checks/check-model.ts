import type { LoadedModel } from "../load-model.ts";
import type { ModelProblem } from "../model-problem.ts";
import { checkAccess } from "./check-access.ts";
import { checkDatabaseNames } from "./check-database-names.ts";
import { checkEnums } from "./check-enums.ts";
import { checkFieldLists } from "./check-field-lists.ts";
import { checkFields } from "./check-fields.ts";
import { checkNames } from "./check-names.ts";
import { checkReferenceCircles } from "./check-reference-circles.ts";
import { checkReferences } from "./check-references.ts";
import { checkEnumRenames, checkRenames } from "./check-renames.ts";
import { checkSubModules } from "./check-sub-modules.ts";
import { viewEntity } from "./entity-view.ts";

/** Everything that can be wrong with a model beyond the shape of its files. */
export const checkModel = (model: LoadedModel): readonly ModelProblem[] => {
  const views = model.entities.map(viewEntity);
  return [
    ...checkSubModules(model),
    ...checkEnums(model),
    ...checkNames(views),
    ...checkDatabaseNames(views, model),
    ...checkRenames(views),
    ...checkEnumRenames(model),
    ...views.flatMap((view) => [
      ...checkFields(view, model.enums),
      ...checkFieldLists(view),
      ...checkAccess(view, model.enums.value),
    ]),
    ...checkReferences(views, model.brokenEntities),
    ...checkReferenceCircles(views),
  ];
};

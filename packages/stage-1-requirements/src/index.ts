export type { RequirementsOptions } from "./stage.ts";
export { createRequirementsStage, requirementsStage } from "./stage.ts";

export { requirementsStage } from "./stage.ts";

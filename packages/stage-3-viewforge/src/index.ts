export { ViewForgeInput, viewForgeStage } from "./stage.ts";

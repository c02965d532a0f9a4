export { configurationStage } from "./stage.ts";

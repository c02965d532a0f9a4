export { ComponentsInput, createComponentsStage } from "./stage.ts";

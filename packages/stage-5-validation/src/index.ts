export { createValidationStage, ValidationInput } from "./stage.ts";

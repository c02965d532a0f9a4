export type { PreviewOptions } from "./serve-preview.ts";
export { PreviewUnavailable, servePreview } from "./serve-preview.ts";
export type { DeploymentOptions } from "./stage.ts";
export { createDeploymentStage, DeploymentInput } from "./stage.ts";

export type { ApplicationOptions } from "./create-application.ts";
export { createApplication } from "./create-application.ts";
export type { Claims, SignIn } from "./run-as.ts";
export { runAs } from "./run-as.ts";
export type { Served, ServeOptions } from "./serve-application.ts";
export { serveApplication } from "./serve-application.ts";
export { bearerSignIn, developmentSignIn, developmentUsers } from "./sign-in.ts";
export { startRelease } from "./start-release.ts";

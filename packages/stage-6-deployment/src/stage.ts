import { access } from "node:fs/promises";
import { join, relative } from "node:path";
import { Deployment, GeneratedFiles, ValidationReport } from "@build-it/artifacts";
import type { Environment, Stage } from "@build-it/stage-contract";
import { completed, halted, step } from "@build-it/stage-contract";
import { z } from "zod";
import { buildPreview, previewFolder } from "./build-preview.ts";
import { buildRelease } from "./build-release.ts";
import { buildFailed, entryMissing } from "./diagnostics.ts";

/** What was generated and checked, and what the database was verified at. */
export const DeploymentInput = z.object({
  files: GeneratedFiles,
  /** That stage 5 has passed. */
  validation: ValidationReport,
  /** What the database was verified at. */
  database: z.object({ iteration: z.number().int(), schemaFingerprint: z.string() }),
});
export type DeploymentInput = z.infer<typeof DeploymentInput>;

/** Which application is built. */
export interface DeploymentOptions {
  /** Absolute path of the application. */
  readonly appFolder: string;
  /** The command that serves what was built. */
  readonly previewCommand?: string;
}

/** Whether an environment gets a release rather than a preview. */
const isReleased = ({ name, apply }: Environment): boolean => apply === "approved" || name === "production";

/**
 * Stage 6: in development the application built for `servePreview`; in production a release folder.
 * Halts with `invalid_output` when the application's own files do not build.
 */
export const createDeploymentStage = ({
  appFolder,
  previewCommand = "build-it preview",
}: DeploymentOptions): Stage<DeploymentInput, Deployment> => ({
  name: "stage-6-deployment",
  title: "Deployment",
  input: DeploymentInput,
  output: Deployment,
  run: async ({ database }, context) => {
    const missing = await findMissing(appFolder, ["index.html", "package.json"]);
    if (missing.length > 0) {
      return halted({ kind: "invalid_output", message: "The application is not whole." }, missing.map(entryMissing));
    }
    try {
      if (isReleased(context.environment)) {
        const { iteration, schemaFingerprint } = database;
        const release = await step(context, { step: "release", title: "Building the release" }, () =>
          buildRelease(appFolder, { iteration, schemaFingerprint }),
        );
        return completed({
          kind: "release",
          bundle: release.folder,
          files: [...release.files],
          sha256: release.sha256,
        });
      }
      await step(
        context,
        { step: "build", title: "Building the application", detail: ({ built }) => (built ? "built" : "unchanged") },
        () => buildPreview(appFolder),
      );
      return completed({ kind: "preview", bundle: previewFolder(appFolder), command: previewCommand });
    } catch (error) {
      if (!isBundlerError(error)) throw error;
      return halted({ kind: "invalid_output", message: "The application could not be built." }, [
        buildFailed({ message: error.message, place: placeOf(error, appFolder) }),
      ]);
    }
  },
});

async function findMissing(folder: string, names: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    names.map((name) =>
      access(join(folder, name)).then(
        () => [],
        () => [name],
      ),
    ),
  );
  return found.flat();
}

interface BundlerError extends Error {
  readonly loc?: { readonly file?: string; readonly line: number; readonly column: number };
}

/** The bundler's own errors say which plugin, or which list of errors, they come from. */
const isBundlerError = (error: unknown): error is BundlerError =>
  error instanceof Error && ("plugin" in error || "errors" in error || "loc" in error);

const placeOf = ({ loc }: BundlerError, appFolder: string) =>
  loc?.file === undefined ? undefined : { file: relative(appFolder, loc.file), line: loc.line, column: loc.column + 1 };

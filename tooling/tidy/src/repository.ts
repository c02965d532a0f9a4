import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ts } from "ts-morph";
import { parse } from "yaml";

/** A text file of the repository. `path` is relative to the root, with forward slashes. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export interface TypeScriptFile extends TextFile {
  readonly syntax: ts.SourceFile;
}

/** The parts of a package.json that the checks read. */
export interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A package of the workspace. */
export interface WorkspacePackage {
  /** "packages/busm" */
  readonly folder: string;
  readonly manifest: Manifest;
  /** Sources and tests. */
  readonly sources: readonly TypeScriptFile[];
  /** Everything else that is text: package.json, configuration, scripts. */
  readonly others: readonly TextFile[];
}

export interface Repository {
  readonly files: readonly TextFile[];
  readonly packages: readonly WorkspacePackage[];
  readonly root: Manifest;
  /** The catalog of pnpm-workspace.yaml: package -> version. */
  readonly catalog: Readonly<Record<string, string>>;
}

/** A line that breaks a rule. */
export interface Finding {
  readonly file: string;
  /** 1-based; absent when the whole file is meant. */
  readonly line?: number;
  readonly message: string;
}

/** "packages/busm/src/a.ts:3 message": what a person, and an editor's terminal, can follow. */
export const describeFinding = ({ file, line, message }: Finding): string =>
  `${file}${line === undefined ? "" : `:${line}`} ${message}`;

/** Whether a file is a test or belongs to tests: the rules for what ships do not hold there. */
export const isTest = (path: string): boolean => /\.(test|test-d|bench)\.tsx?$|\/(test|fixtures)\//.test(path);

/** Whether a file was written by a program, and is its program's to keep tidy. */
export const isGenerated = (path: string): boolean => /\/(generated|golden)\/|\.d\.ts$/.test(path);

/** Whether a file holds the messages of its package. */
export const isMessages = (path: string): boolean => /\/(diagnostics|messages)(\.ts$|\/)/.test(path);

/** A TypeScript file, parsed but not type-checked. */
export const parseTypeScript = (path: string, text: string): TypeScriptFile => ({
  path,
  text,
  syntax: ts.createSourceFile(path, text, { languageVersion: ts.ScriptTarget.Latest }, true),
});

/** 1-based line of a node. */
export const lineOf = (node: ts.Node): number => {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
};

const isTypeScript = (path: string): boolean => /\.tsx?$/.test(path) && !isGenerated(path);
const isText = (path: string): boolean => !/\.(png|jpg|gif|ico|woff2?|gz|tgz|zip|wasm)$/.test(path);

/** Puts each file into the package whose folder it lies in. */
export const packagesOf = (files: readonly TextFile[]): readonly WorkspacePackage[] =>
  files
    .filter((file) => /^(packages|apps|tooling)\/[^/]+\/package\.json$/.test(file.path))
    .map((manifest) => {
      const folder = manifest.path.slice(0, -"/package.json".length);
      const own = files.filter((file) => file.path.startsWith(`${folder}/`));
      return {
        folder,
        manifest: JSON.parse(manifest.text) as Manifest,
        sources: own.filter((file) => isTypeScript(file.path)).map((file) => parseTypeScript(file.path, file.text)),
        others: own.filter((file) => !isTypeScript(file.path)),
      };
    });

/** Reads every file that git tracks, or would track, under `root` (absolute). */
export const readRepository = (root: string): Repository => {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const files = [...new Set(listed.split("\0"))]
    .filter((path) => path !== "" && isText(path) && existsSync(join(root, path)))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
  const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? "{}";
  return {
    files,
    packages: packagesOf(files),
    root: JSON.parse(textOf("package.json")) as Manifest,
    catalog: (parse(textOf("pnpm-workspace.yaml")) as { catalog?: Record<string, string> }).catalog ?? {},
  };
};

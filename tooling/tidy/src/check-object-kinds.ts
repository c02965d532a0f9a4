import { ts } from "ts-morph";
import { type Finding, isTest, lineOf, type TypeScriptFile } from "./repository.ts";

const source = "packages/postgres-schema/src/";

const visitAll = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  visit(node);
  ts.forEachChild(node, (child) => visitAll(child, visit));
};

/** The kinds of object: the literal types of `kind` in `schema/objects.ts`. */
export const objectKinds = (files: readonly TypeScriptFile[]): ReadonlySet<string> => {
  const kinds = new Set<string>();
  const objects = files.find(({ path }) => path === `${source}schema/objects.ts`);
  if (objects === undefined) return kinds;
  visitAll(objects.syntax, (node) => {
    if (!ts.isPropertySignature(node) || node.name.getText() !== "kind" || node.type === undefined) return;
    if (ts.isLiteralTypeNode(node.type) && ts.isStringLiteral(node.type.literal)) kinds.add(node.type.literal.text);
  });
  return kinds;
};

/** Object kinds that the differ names, though all knowledge of kinds is in the change table. */
export const checkObjectKinds = (files: readonly TypeScriptFile[]): readonly Finding[] => {
  const kinds = objectKinds(files);
  const findings: Finding[] = [];
  for (const file of files) {
    if (!file.path.startsWith(`${source}2-diff/`) || isTest(file.path)) continue;
    visitAll(file.syntax, (node) => {
      if (ts.isStringLiteralLike(node) && kinds.has(node.text)) {
        findings.push({ file: file.path, line: lineOf(node), message: `2-diff knows no object kind: "${node.text}"` });
      }
    });
  }
  return findings;
};

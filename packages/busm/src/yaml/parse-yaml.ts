import type { Document, Node, Pair, YAMLError } from "yaml";
import { isMap, isNode, isScalar, isSeq, parseDocument } from "yaml";
import * as fileMessages from "../messages/files.ts";
import * as yamlMessages from "../messages/yaml.ts";
import type { Location, ModelProblem } from "../model-problem.ts";
import { drawExcerpt } from "./draw-excerpt.ts";
import { findUnsafeNodes } from "./find-unsafe-nodes.ts";
import { isTooDeep } from "./is-too-deep.ts";

/** A file's text, and its path as people see it: `busm/crm/module.yaml`. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export type Path = readonly PropertyKey[];

/** A YAML file that was read: its value, and where in the text every part of it stands. */
export interface YamlFile {
  readonly path: string;
  /** Plain data; undefined where the text is not YAML that can be worked with. */
  readonly value: unknown;
  /** Where the part at `path` stands: its key (the default) or its value. The nearest part around it, if it has none. */
  locate(path: Path, part?: "key" | "value"): Location;
}

export interface ParsedYaml {
  readonly file: YamlFile;
  readonly problems: readonly ModelProblem[];
}

type LocateSpan = (start: number, end: number) => Location;

/** More aliases than this, counted with what they repeat, is an attack or an accident. */
const maxAliasCount = 100;
/** One bracket too many can make the rest of a file wrong; the first faults tell. */
const maxFaults = 20;
/** A model file is written by a person. */
const maxLength = 1_000_000;

/** Reads YAML 1.2. `value` is there when the text could be understood, with problems or without. Never throws. */
export const parseYaml = (source: TextFile): ParsedYaml => {
  const { path, text } = source;
  const at: LocateSpan = (start, end) => locateSpan(source, start, end);
  const unreadable = (problem: ModelProblem): ParsedYaml => ({
    file: { path, value: undefined, locate: () => at(0, 1) },
    problems: [problem],
  });
  if (text.length > maxLength) return unreadable(fileMessages.fileTooLong(at(0, 1), maxLength));
  if (isTooDeep(text)) return unreadable(yamlMessages.tooDeeplyNested(at(0, 1)));
  try {
    return readDocument(source, parseDocument(text, { prettyErrors: false, logLevel: "silent", merge: false }), at);
  } catch (error) {
    // What `toJS` throws when aliases repeat too much.
    if (error instanceof ReferenceError) return unreadable(yamlMessages.aliasesExplode(at(0, 1)));
    throw error;
  }
};

const readDocument = ({ path, text }: TextFile, document: Document.Parsed, at: LocateSpan): ParsedYaml => {
  const locate = (wanted: Path, part: "key" | "value" = "key"): Location => at(...spanOf(document, wanted, part));
  const faults = [...document.errors, ...document.warnings].slice(0, maxFaults);
  const unsafe = findUnsafeNodes(document, maxAliasCount, at);
  const problems = [...faults.map((fault) => explainFault(fault, text, at)), ...unsafe];
  const usable = unsafe.length === 0 && faults.every((fault) => fault.code === "DUPLICATE_KEY");
  return { file: { path, value: usable ? document.toJS({ maxAliasCount }) : undefined, locate }, problems };
};

const explainFault = (fault: YAMLError, text: string, at: LocateSpan): ModelProblem => {
  const [start, end] = fault.pos;
  // For keys the parser gives no end; a word is the usual one.
  const word = /^["']?[\w-]+["']?/.exec(text.slice(start, start + 100))?.[0] ?? "";
  const location = at(start, Math.max(end, start + word.length));
  if (fault.code === "DUPLICATE_KEY") return yamlMessages.duplicateKey(location);
  if (fault.code === "TAB_AS_INDENT") return yamlMessages.tabAsIndent(location);
  if (fault.code === "TAG_RESOLVE_FAILED") return yamlMessages.tagNotUsed(location);
  return yamlMessages.notYaml(location, fault.message);
};

/** Counts lines by itself: the counter of `yaml` misses some inside of values that it cannot make sense of. */
const locateSpan = ({ path, text }: TextFile, start: number, end: number): Location => {
  const offset = Math.max(0, Math.min(start, text.length));
  const lineStart = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  let line = 1;
  for (let next = text.indexOf("\n"); next !== -1 && next < lineStart; next = text.indexOf("\n", next + 1)) line += 1;
  return {
    file: path,
    line,
    column: offset - lineStart + 1,
    excerpt: drawExcerpt(text, lineStart, offset, end),
  };
};

type Span = readonly [start: number, end: number];

const spanOf = (document: Document.Parsed, path: Path, part: "key" | "value"): Span => {
  let node: unknown = document.contents;
  let span: Span = rangeOf(node) ?? [0, 1];
  for (const [depth, name] of path.entries()) {
    const child = childOf(node, name);
    // In a short form the parts stand in the one word; in a full form a missing part is missing at its key.
    if (child === undefined) return (part === "value" && isScalar(node) && rangeOf(node)) || span;
    const isLast = depth === path.length - 1;
    const key = rangeOf(child.key);
    const value = rangeOf(child.value);
    span = (isLast && part === "value" ? (value ?? key) : (key ?? value)) ?? span;
    node = child.value;
  }
  return span;
};

const childOf = (node: unknown, name: PropertyKey): { readonly key: unknown; readonly value: unknown } | undefined => {
  if (isMap(node)) {
    // The last of two equal keys is the one whose value counts.
    const pair = node.items.findLast((item: Pair) => String(isScalar(item.key) ? item.key.value : item.key) === name);
    return pair && { key: pair.key, value: pair.value };
  }
  if (isSeq(node) && typeof name === "number" && name < node.items.length) {
    return { key: undefined, value: node.items[name] };
  }
  return undefined;
};

const rangeOf = (node: unknown): Span | undefined => {
  const range = isNode(node) ? (node as Node).range : undefined;
  // A value that is left out stands nowhere.
  if (range && range[0] === range[1] && isScalar(node) && node.value === null) return undefined;
  return range ? [range[0], Math.max(range[1], range[0] + 1)] : undefined;
};

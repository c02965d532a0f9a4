import { qualifiedName, type ReferencedName, type References, referencesIn } from "./parse-references.ts";
import type { StatementText } from "./parse-statement.ts";
import { isTreeNode, namesIn, type Parser, type TreeNode } from "./parse-tree.ts";
import { printTypeName } from "./parse-type-name.ts";

/** CREATE FUNCTION or CREATE PROCEDURE. */
export interface RoutineStatement {
  readonly kind: "routine";
  readonly name: ReferencedName;
  readonly procedure: boolean;
  /** Types of the arguments that go in. */
  readonly arguments: readonly string[];
  /** What CREATE OR REPLACE cannot change: the arguments with their names and whether they have a default, and the result. */
  readonly signature: string;
  /** The statement with OR REPLACE, whether its author wrote it or not. */
  readonly definition: string;
  /** Whether it says which schemas its names are looked up in. */
  readonly setsSearchPath: boolean;
  readonly securityDefiner: boolean;
  /** What must be there before it: its types, and what a body in plain SQL mentions, which PostgreSQL checks at once. */
  readonly references: References;
}

const modes: ReadonlyMap<unknown, string> = new Map([
  ["FUNC_PARAM_OUT", "OUT "],
  ["FUNC_PARAM_INOUT", "INOUT "],
  ["FUNC_PARAM_VARIADIC", "VARIADIC "],
  ["FUNC_PARAM_TABLE", "TABLE "],
]);
const goesIn = (mode: unknown): boolean => mode !== "FUNC_PARAM_OUT" && mode !== "FUNC_PARAM_TABLE";

/** A function or a procedure. Throws what the parser says about a body in plain SQL. */
export function describeRoutine(parser: Parser, node: TreeNode, source: StatementText): RoutineStatement | null {
  const name = qualifiedName(namesIn(node.funcname));
  if (name === null) return null;
  const parameters = nodesIn(node.parameters, "FunctionParameter");
  const options = nodesIn(node.options, "DefElem");
  const procedure = node.is_procedure === true;
  return {
    kind: "routine",
    name,
    procedure,
    arguments: parameters.filter(({ mode }) => goesIn(mode)).map(({ argType }) => printTypeName(argType)),
    signature: `${printParameters(parameters)}${procedure ? "" : printResult(node.returnType)}`,
    definition: withOrReplace(source),
    setsSearchPath: options.some(({ defname, arg }) => {
      const set = defname === "set" && isTreeNode(arg) ? arg.VariableSetStmt : undefined;
      return isTreeNode(set) && set.name === "search_path";
    }),
    securityDefiner: options.some(
      ({ defname, arg }) =>
        defname === "security" && isTreeNode(arg) && isTreeNode(arg.Boolean) && arg.Boolean.boolval === true,
    ),
    references: referencesIn([
      node.parameters,
      { returnType: node.returnType },
      node.sql_body,
      bodyOf(parser, options),
    ]),
  };
}

const nodesIn = (list: unknown, kind: string): readonly TreeNode[] =>
  Array.isArray(list)
    ? list.flatMap((element: unknown) => {
        const node = isTreeNode(element) ? element[kind] : undefined;
        return isTreeNode(node) ? [node] : [];
      })
    : [];

const printParameters = (parameters: readonly TreeNode[]): string =>
  `(${parameters
    .map(
      ({ mode, name, argType, defexpr }) =>
        `${modes.get(mode) ?? ""}${typeof name === "string" ? `${JSON.stringify(name)} ` : ""}${printTypeName(argType)}${isTreeNode(defexpr) ? " DEFAULT" : ""}`,
    )
    .join(", ")})`;

const printResult = (type: unknown): string =>
  isTreeNode(type) ? ` RETURNS ${type.setof === true ? "SETOF " : ""}${printTypeName(type)}` : "";

/** The parsed body of a function in plain SQL. Other languages look names up when they run. */
function bodyOf(parser: Parser, options: readonly TreeNode[]): unknown {
  const optionOf = (name: string): unknown => options.find(({ defname }) => defname === name)?.arg;
  const language = optionOf("language");
  const isSql = isTreeNode(language) && isTreeNode(language.String) && language.String.sval === "sql";
  const body = optionOf("as");
  const [text] = isTreeNode(body) && isTreeNode(body.List) ? namesIn(body.List.items) : [];
  if (!isSql || text === undefined || text.trim() === "") return null;
  try {
    return parser.parseSync(text);
  } catch {
    // PostgreSQL says more about it when the migration is rehearsed.
    return null;
  }
}

function withOrReplace({ text, words }: StatementText): string {
  const [create, next] = words;
  if (create === undefined || next === undefined || next.text.toUpperCase() === "OR") return text;
  return `${text.slice(0, create.end)} OR REPLACE${text.slice(create.end)}`;
}

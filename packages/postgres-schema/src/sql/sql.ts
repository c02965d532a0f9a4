declare const made: unique symbol;

/**
 * SQL text made by this folder. The class keeps its constructor to itself, so neither a string nor JSON can pass for it.
 */
export class Sql {
  declare private readonly [made]: true;
  readonly text: string;
  private constructor(text: string) {
    this.text = text;
  }
  /** For this folder only. */
  static of(text: string): Sql {
    return new Sql(text);
  }
}

/**
 * The only way to write SQL: `` sql`ALTER TABLE ${ident(name)} …` ``. A bare string inside does not compile.
 */
export const sql = (strings: TemplateStringsArray, ...parts: readonly Sql[]): Sql =>
  Sql.of(strings.reduce((text, string, index) => text + string + (parts[index]?.text ?? ""), ""));

/** The parts with a separator between them. */
export const joinSql = (
  parts: readonly Sql[],
  separator: ", " | " AND " | " OR " | ",\n  " | "\n" | " " | ";\n",
): Sql => Sql.of(parts.map((part) => part.text).join(separator));

/**
 * The one escape: text that PostgreSQL itself printed, or that was parsed as exactly one expression or one statement
 * before (`parseExpression`, `parseStatements`).
 */
export const trusted = (text: string): Sql => Sql.of(text);

/** No text at all. */
export const nothing: Sql = Sql.of("");

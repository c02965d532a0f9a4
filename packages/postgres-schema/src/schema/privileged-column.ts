/** The raw name of the column in `select(title)` or `select(title)*`, whatever is in it; undefined for `select`. */
export const privilegedColumn = (privilege: string): string | undefined => /^[a-z]+\((.*)\)\*?$/s.exec(privilege)?.[1];

/**
 * `type-parsers.ts`: makes `pg` give what the types say. A date has no time and no zone, so as a JavaScript Date it would
 * be another day for half of the world; an interval and the geometric types stay as PostgreSQL writes them.
 * The numbers are object ids of PostgreSQL's own types, the same on every server.
 */
export const typeParsersFile = `/** As much of \`pg.types\` as is needed here. */
interface PgTypes {
  // biome-ignore lint/suspicious/noExplicitAny: as \`pg\` declares it.
  getTypeParser(oid: number, format?: any): any;
}

const asText = (text: string): string => text;

/** date, time, interval, point, line, circle, polygon: as PostgreSQL writes them. */
const keptAsText = new Set([600, 603, 604, 628, 718, 1082, 1083, 1186, 1266]);
/** The arrays of date, interval and numeric: lists of text. */
const listsOfText = new Set([1182, 1187, 1231]);
const textArray = 1009;

/** Parsers for \`new Pool({ types: typeParsersFor(pg.types) })\`: with them values are what the table types say. */
export const typeParsersFor = (types: PgTypes): PgTypes => ({
  getTypeParser: (oid, format) => {
    if (format !== "binary" && keptAsText.has(oid)) return asText;
    return types.getTypeParser(format !== "binary" && listsOfText.has(oid) ? textArray : oid, format);
  },
});
`;

/** PostgreSQL cuts names after this many bytes, silently; we never let it come to that. */
export const longestNameInBytes = 63;

/** The name that PostgreSQL gives to the sequence of a column, unless it is taken. */
export const sequenceNameOf = (table: string, column: string): string => madeUpName(table, column, "_seq");

/** The name that PostgreSQL gives to the NOT NULL constraint of a column, unless it is taken; from PostgreSQL 18. */
export const notNullNameOf = (table: string, column: string): string => madeUpName(table, column, "_not_null");

/** What a partition's index, or the constraint behind it, is called after, besides its table and its columns. */
export type IndexPurpose = "primary_key" | "unique" | "exclusion" | "index";

const endings: Readonly<Record<IndexPurpose, string>> = {
  primary_key: "_pkey",
  unique: "_key",
  exclusion: "_excl",
  index: "_idx",
};

/** The name that PostgreSQL gives to an index, or the constraint behind it, unless it is taken (`ChooseIndexName`). */
export const indexNameOf = (table: string, columns: readonly string[], purpose: IndexPurpose): string => {
  const ending = endings[purpose];
  return purpose === "primary_key"
    ? `${firstBytes(table, longestNameInBytes - ending.length)}${ending}`
    : madeUpName(table, columns.join("_"), ending);
};

/** Where it would be too long, the longer one of the two names is cut, byte by byte, until it is not (`makeObjectName`). */
function madeUpName(table: string, column: string, ending: string): string {
  const room = longestNameInBytes - 1 - ending.length;
  let [ofTable, ofColumn] = [Buffer.byteLength(table), Buffer.byteLength(column)];
  while (ofTable + ofColumn > room) {
    if (ofTable > ofColumn) ofTable--;
    else ofColumn--;
  }
  return `${firstBytes(table, ofTable)}_${firstBytes(column, ofColumn)}${ending}`;
}

/** As many whole characters as fit. */
function firstBytes(text: string, bytes: number): string {
  let beginning = "";
  for (const character of text) {
    if (Buffer.byteLength(beginning + character) > bytes) break;
    beginning += character;
  }
  return beginning;
}

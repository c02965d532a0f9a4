/** PostgreSQL cuts names after this many bytes, silently; we never let it come to that. */
export const longestNameInBytes = 63;

/** The name that PostgreSQL gives to the sequence of a column, unless it is taken. */
export const sequenceNameOf = (table: string, column: string): string => madeUpName(table, column, "_seq");

/** The name that PostgreSQL gives to the NOT NULL constraint of a column, unless it is taken; from PostgreSQL 18. */
export const notNullNameOf = (table: string, column: string): string => madeUpName(table, column, "_not_null");

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

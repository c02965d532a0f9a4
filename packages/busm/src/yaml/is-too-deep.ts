const maxOpenBrackets = 100;
const maxIndentation = 200;

/**
 * Whether a text could be nested so deeply that reading it needs more stack than there is. Asked before parsing, since
 * the parser calls itself for every level, and a stack that ends inside V8 ends the process instead of throwing.
 * Brackets in quotes and comments count as well: no file of a person has a hundred of them left open.
 */
export const isTooDeep = (text: string): boolean => {
  let open = 0;
  let indentation = 0;
  let isIndentation = true;
  for (const character of text) {
    if (character === "\n") {
      indentation = 0;
      isIndentation = true;
    } else if (isIndentation && " -?:\t".includes(character)) {
      // `- - - x` opens a level with every dash.
      indentation += 1;
    } else {
      isIndentation = false;
    }
    if (character === "[" || character === "{") open += 1;
    if (character === "]" || character === "}") open = Math.max(0, open - 1);
    if (open > maxOpenBrackets || indentation > maxIndentation) return true;
  }
  return false;
};

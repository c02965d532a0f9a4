import type { ScalarFile } from "../language/field-file.ts";

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly isWhole: boolean;
}

const wholeRanges = {
  smallint: 2 ** 15,
  integer: 2 ** 31,
  // What JSON and YAML can say without rounding.
  bigint: 2 ** 53,
} as const;

/** The numbers that a type can hold; undefined for what is not a number, or has no bounds. */
export const rangeOfWord = (type: ScalarFile): NumberRange | undefined => {
  switch (type.type) {
    case "smallint":
    case "integer":
    case "bigint":
      return { min: -wholeRanges[type.type], max: wholeRanges[type.type] - 1, isWhole: true };
    case "decimal":
    case "money":
    case "percent": {
      if (type.precision === undefined) return undefined;
      const end = 10 ** (type.precision - (type.scale ?? 0));
      return { min: -end, max: end, isWhole: false };
    }
    default:
      return undefined;
  }
};

/** A type's name without its modifiers, and the modifiers: `numeric(10,2)` is `numeric` and 10, 2. */
export interface SplitType {
  readonly base: string;
  readonly modifiers: readonly number[];
}

/** Takes a type as `format_type` prints it apart. */
export function splitType(type: string): SplitType {
  const [, before = type, modifiers = "", after = ""] =
    /^(.*?)(?:\(([\d,-]+)\))?( with(?:out)? time zone)?$/.exec(type) ?? [];
  return { base: `${before}${after}`, modifiers: modifiers === "" ? [] : modifiers.split(",").map(Number) };
}

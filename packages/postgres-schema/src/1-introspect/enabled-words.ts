/** When a trigger or a rule fires, by the letter that the catalog has for it. */
export const enabledWords = { O: "origin", D: "disabled", R: "replica", A: "always" } as const;

export type EnabledLetter = keyof typeof enabledWords;

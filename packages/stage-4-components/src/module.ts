/** A file to be generated, as data. All text of the model in it has been through `literal`. */
export interface Module {
  /** Relative to `src/generated`. */
  readonly path: string;
  /** What the file is for. */
  readonly doc: string;
  readonly imports: readonly Import[];
  readonly declarations: readonly Declaration[];
}

export interface Import {
  readonly from: string;
  readonly names: readonly string[];
  /** Types alone. */
  readonly types?: boolean;
}

interface Named {
  readonly name: string;
  readonly doc?: string;
  readonly exported: boolean;
}

export type Declaration =
  | (Named & { readonly kind: "constant"; readonly type?: string; readonly value: string })
  | (Named & { readonly kind: "type"; readonly type: string })
  | (Named & {
      readonly kind: "function";
      readonly async?: boolean;
      readonly parameters: readonly { readonly name: string; readonly type: string }[];
      readonly returns?: string;
      readonly body: readonly string[];
    })
  | { readonly kind: "export"; readonly from: string; readonly names: readonly string[]; readonly types?: boolean };

/** An import, or nothing when no name of it is used. */
export const imports = (from: string, names: readonly (string | false)[], types = false): readonly Import[] => {
  const used = [...new Set(names.filter((name) => name !== false))].sort();
  return used.length === 0 ? [] : [{ from, names: used, ...(types ? { types } : {}) }];
};

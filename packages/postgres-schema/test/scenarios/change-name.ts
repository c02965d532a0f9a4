import type { Difference } from "../../src/index.ts";

const kebab = (name: string): string =>
  name.replaceAll("_", "-").replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What the scenarios of a kind's rules are called, before the case. */
export const changeNames = (kind: string, attributes: readonly string[]): readonly string[] => [
  `create-${kebab(kind)}`,
  `drop-${kebab(kind)}`,
  ...attributes.map((attribute) => `change-${kebab(kind)}-${kebab(attribute)}`),
];

/** The names of all changes in a difference. */
export const namesIn = ({ added, removed, changed }: Difference): ReadonlySet<string> =>
  new Set([
    ...added.map(({ kind }) => `create-${kebab(kind)}`),
    ...removed.map(({ kind }) => `drop-${kebab(kind)}`),
    ...changed.flatMap(({ after: { kind }, attributes }) =>
      attributes.map((attribute) => `change-${kebab(kind)}-${kebab(attribute)}`),
    ),
  ]);

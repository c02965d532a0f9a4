/**
 * The files of a model of so many entities with 21 columns each, every one of which refers to two before it.
 *
 * @param {number} count
 * @returns {Readonly<Record<string, string>>} Text by path.
 */
export function modelFiles(count) {
  const names = Array.from({ length: count }, (_, index) => nameOf(index));
  const entities = names.map((name, index) => [`entities/${name.toLowerCase()}.yaml`, entityFile(index)]);
  return {
    "module.yaml": `title: Generated\nsub_modules:\n  all: { title: All, entities: [${names.join(", ")}] }\n`,
    ...Object.fromEntries(entities),
  };
}

/** The entity that a measured change is made to. */
export const changedEntity = "entities/thing0000.yaml";

/** @param {string} text The entity's file, which gets one more field. @param {string} name */
export const withOneMoreField = (text, name) =>
  text.replace("fields:\n", `fields:\n  ${name}: { type: string, max: 100 }\n`);

/** @param {number} index */
const nameOf = (index) => `Thing${String(index).padStart(4, "0")}`;

/** @param {number} index */
const entityFile = (index) => `entity: ${nameOf(index)}
mixins: [timestamps]
fields:
  text0: { type: string, max: 100 }
  text1: { type: string, max: 100 }
  text2: { type: string, max: 100 }
  note0: text
  note1: text
  amount0: decimal
  amount1: decimal
  amount2: decimal
  at1: datetime
  at2: datetime
  flag: boolean
  payload: json
  size: { type: integer, min: 0 }
  kind: { type: enum, values: [a, b], default: a }
  code: { type: string, max: 30, unique: true }
  firstId: -> ${nameOf(Math.floor(index / 2))}
  otherId: -> ${nameOf(Math.floor(index / 3))}
access:
  - { allow: read, to: signed_in }
  - { allow: all, to: service }
`;

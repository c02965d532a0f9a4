/**
 * The statements that make so many tables of 20 columns each, every one of which refers to two before it, with a check, keys,
 * two indexes and row security with two policies.
 *
 * @param {number} count
 * @returns {readonly string[]}
 */
export const schemaStatements = (count) =>
  Array.from({ length: count }, (_, index) => {
    const name = nameOf(index);
    return `
      CREATE TABLE ${name} (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        text0 varchar(100), text1 varchar(100), text2 varchar(100), note0 text, note1 text,
        amount0 numeric(12, 2), amount1 numeric(12, 2) DEFAULT 0, amount2 numeric(12, 2),
        at0 timestamptz NOT NULL DEFAULT now(), at1 timestamptz, at2 timestamptz,
        flag boolean NOT NULL DEFAULT false, payload jsonb, size integer CHECK (size >= 0),
        kind text NOT NULL DEFAULT 'a' CHECK (kind IN ('a', 'b')), code varchar(30) UNIQUE,
        first_id uuid NOT NULL REFERENCES ${nameOf(Math.floor(index / 2))},
        other_id uuid REFERENCES ${nameOf(Math.floor(index / 3))}, owner_id uuid);
      CREATE INDEX ON ${name} (first_id);
      CREATE INDEX ON ${name} (other_id);
      ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;
      CREATE POLICY reading ON ${name} FOR SELECT USING (flag);
      CREATE POLICY writing ON ${name} USING (owner_id IS NOT NULL) WITH CHECK (size > 0);`;
  });

/** @param {number} index */
const nameOf = (index) => `thing_${String(index).padStart(5, "0")}`;

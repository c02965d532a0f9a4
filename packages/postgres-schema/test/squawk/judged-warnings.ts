import type { Hazard } from "../../src/index.ts";

/** What squawk warns of and a plan does all the same. */
export interface Judgement {
  /** The step says one of these hazards itself, so that whoever runs the plan knows before. */
  readonly declares?: readonly Hazard[];
  /** Where it need not: the statements, and why they are harmless all the same. */
  readonly except?: { readonly statements: RegExp; readonly because: string };
}

const everywhere = /^/;

/** Every rule of squawk's that a plan may go against, with the reason. A rule that is not here may not be broken. */
export const judgements: Readonly<Record<string, Judgement>> = {
  "require-lock-timeout": {
    except: {
      statements: everywhere,
      because: "Who runs a plan sets it, and tries again: it belongs to a run and not to a migration.",
    },
  },
  "require-statement-timeout": {
    except: { statements: everywhere, because: "Who runs a plan sets it: it belongs to a run and not to a migration." },
  },
  "prefer-bigint-over-int": {
    except: { statements: everywhere, because: "The type is the schema's author's choice, and a plan keeps it." },
  },
  "prefer-bigint-over-smallint": {
    except: { statements: everywhere, because: "The type is the schema's author's choice, and a plan keeps it." },
  },
  "prefer-text-field": {
    except: { statements: everywhere, because: "The type is the schema's author's choice, and a plan keeps it." },
  },
  "prefer-timestamp-tz": {
    except: { statements: everywhere, because: "The type is the schema's author's choice, and a plan keeps it." },
  },
  "ban-create-domain-with-constraint": {
    except: {
      statements: everywhere,
      because: "A domain is what the schema's author chose, and a new one has no values.",
    },
  },
  "ban-alter-domain-with-add-constraint": {
    declares: ["scans_table"],
    except: { statements: /NOT VALID;?$/, because: "No value is read for it." },
  },
  "ban-drop-table": { declares: ["deletes_data"] },
  "ban-drop-column": {
    declares: ["deletes_data"],
    except: {
      statements:
        /\.(articles DROP COLUMN slug|boxes DROP COLUMN area|items DROP COLUMN (doubled|shown)|notes DROP COLUMN shown|people DROP COLUMN (full_name|rank|tidy)|texts DROP COLUMN lexemes|tickets DROP COLUMN is_open);$/,
      because: "These are generated columns: what was computed is computed again.",
    },
  },
  "ban-drop-not-null": {
    except: {
      statements: everywhere,
      because: "What reads the column may meet a null: whether that is so is a question to whoever changes the schema.",
    },
  },
  "adding-required-field": { declares: ["may_fail_on_data"] },
  "adding-not-nullable-field": { declares: ["scans_table", "may_fail_on_data"] },
  "adding-field-with-default": {
    declares: ["rewrites_table"],
    except: { statements: / VIRTUAL/, because: "A virtual column is computed when it is read: no row is written." },
  },
  "changing-column-type": {
    declares: ["rewrites_table", "scans_table"],
    except: {
      statements: / TYPE (character varying|text|numeric)\b/,
      because: "More room for the same bytes: relfilenode shows that no row is written.",
    },
  },
  "constraint-missing-not-valid": {
    declares: ["scans_table", "blocks_writes"],
    except: {
      statements: / NOT ENFORCED;?$|\.people ADD CONSTRAINT has_mail NOT NULL mail;$/,
      because: "No row is read for it: it is not enforced, or a check that is there says the same.",
    },
  },
  "adding-foreign-key-constraint": { declares: ["scans_table"] },
  "adding-serial-primary-key-field": { declares: ["blocks_writes"] },
  "disallowed-unique-constraint": { declares: ["blocks_writes"] },
  "require-concurrent-index-creation": { declares: ["blocks_writes"] },
  "require-concurrent-index-deletion": {
    except: {
      statements: everywhere,
      because:
        "Dropping an index is quick once the lock is there; where others are at work, planOnline drops it concurrently.",
    },
  },
  "require-concurrent-partition-detach": {
    declares: ["locks_other_table"],
  },
  "renaming-column": {
    except: { statements: everywhere, because: "It was asked for by name: a rename is never guessed." },
  },
  "renaming-table": {
    except: { statements: everywhere, because: "It was asked for by name: a rename is never guessed." },
  },
};

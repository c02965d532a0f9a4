-- before to after

-- lock: none; not in a transaction
ALTER TYPE public.kind ADD VALUE 'b' AFTER 'a';

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.years DETACH PARTITION public.year_1;

-- lock: access_exclusive
ALTER TABLE public.others ALTER COLUMN note TYPE text USING note::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.year_1 ALTER COLUMN kind TYPE public.kind USING kind::public.kind;

-- lock: access_exclusive
ALTER TABLE public.year_1 ALTER COLUMN kind SET DEFAULT 'b'::public.kind;

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.things ATTACH PARTITION public.others FOR VALUES IN ('b');

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.things DETACH PARTITION public.others;

-- lock: access_exclusive
ALTER TABLE public.year_1 ALTER COLUMN kind DROP DEFAULT;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.things;

-- lock: none
ALTER TYPE public.kind RENAME TO kind__replaced;

-- lock: none
CREATE TYPE public.kind AS ENUM ('a');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.others ALTER COLUMN kind TYPE public.kind USING kind::text::public.kind;

-- lock: none
CREATE TABLE public.things (
  kind public.kind,
  note text
) PARTITION BY LIST (kind);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.others ALTER COLUMN note TYPE character varying(20) USING note::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.year_1 ALTER COLUMN kind TYPE text USING kind::text;

-- lock: none
DROP TYPE public.kind__replaced;

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.years ATTACH PARTITION public.year_1 FOR VALUES IN (1);

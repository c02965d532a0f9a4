-- before to after

-- lock: none
DROP FUNCTION public.felt_days();

-- lock: none
ALTER TYPE public.mood RENAME TO mood__replaced;

-- lock: none
CREATE TYPE public.mood AS ENUM ('good', 'bad');

-- lock: none
ALTER DOMAIN public.feeling RENAME TO feeling__replaced;

-- lock: none
CREATE DOMAIN public.feeling AS public.mood NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.days ALTER COLUMN felt TYPE public.feeling USING felt::text::public.feeling;

-- lock: none
DROP DOMAIN public.feeling__replaced;

-- lock: none
DROP TYPE public.mood__replaced;

-- lock: none
CREATE OR REPLACE FUNCTION public.felt_days()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(days.felt) AS count
    FROM public.days;
END;

-- lock: none
REVOKE ALL ON FUNCTION public.felt_days() FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.felt_days() TO PUBLIC;

-- after to before

-- lock: none
ALTER TYPE public.mood ADD VALUE 'so' AFTER 'good';

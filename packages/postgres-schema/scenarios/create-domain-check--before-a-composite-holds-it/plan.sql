-- before to after

-- lock: none
ALTER TYPE public.pair RENAME TO pair__replaced;

-- lock: share; hazards: scans_table, may_fail_on_data
ALTER DOMAIN public.code SET NOT NULL;

-- lock: share; hazards: scans_table, may_fail_on_data
ALTER DOMAIN public.code ADD CONSTRAINT checked CHECK ((VALUE <> 'q'::text));

-- lock: none
CREATE TYPE public.pair AS (p public.code, q bigint);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.c ALTER COLUMN id TYPE public.pair USING id::text::public.pair;

-- lock: none
DROP TYPE public.pair__replaced;

-- after to before

-- lock: none
ALTER DOMAIN public.code DROP CONSTRAINT checked;

-- lock: none
ALTER TYPE public.pair RENAME TO pair__replaced;

-- lock: none
CREATE TYPE public.pair AS (p date, q bigint);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.c ALTER COLUMN id TYPE public.pair USING id::text::public.pair;

-- lock: none
DROP TYPE public.pair__replaced;

-- lock: none
ALTER DOMAIN public.code DROP NOT NULL;

-- before to after

-- lock: none
ALTER TYPE public.part RENAME TO part__replaced;

-- lock: none
ALTER DOMAIN public.code RENAME TO code__replaced;

-- lock: none
CREATE DOMAIN public.code AS text NOT NULL CONSTRAINT filled CHECK ((VALUE <> ''::text));

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.shipments ALTER COLUMN codes TYPE public.code[] USING codes::text[]::public.code[];

-- lock: none
CREATE TYPE public.part AS (code public.code, weight integer);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.shipments ALTER COLUMN part TYPE public.part USING part::text::public.part;

-- lock: none
DROP TYPE public.part__replaced;

-- lock: none
DROP DOMAIN public.code__replaced;

-- after to before

-- lock: none
ALTER DOMAIN public.code DROP CONSTRAINT filled;

-- lock: none
ALTER DOMAIN public.code DROP NOT NULL;

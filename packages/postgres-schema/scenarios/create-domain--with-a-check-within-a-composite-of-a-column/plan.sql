-- before to after

-- lock: none
ALTER TYPE public.part RENAME TO part__replaced;

-- lock: none
CREATE DOMAIN public.code AS text CONSTRAINT filled CHECK ((VALUE <> ''::text));

-- lock: none
CREATE TYPE public.part AS (code public.code, amount bigint);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.boxes ALTER COLUMN holds TYPE public.part USING holds::text::public.part;

-- lock: none
DROP TYPE public.part__replaced;

-- after to before

-- lock: none
ALTER TYPE public.part RENAME TO part__replaced;

-- lock: none
CREATE TYPE public.part AS (code text, amount bigint);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.boxes ALTER COLUMN holds TYPE public.part USING holds::text::public.part;

-- lock: none
DROP TYPE public.part__replaced;

-- lock: none
DROP DOMAIN public.code;

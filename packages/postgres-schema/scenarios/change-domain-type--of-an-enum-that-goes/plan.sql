-- before to after

-- lock: none
ALTER DOMAIN public.d DROP CONSTRAINT dc;

-- lock: none
ALTER DOMAIN public.d RENAME TO d__replaced;

-- lock: none
CREATE DOMAIN public.d AS text CONSTRAINT dc CHECK ((VALUE <> 'q'::text));

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.u ALTER COLUMN b TYPE public.d USING b::text::public.d;

-- lock: none
DROP DOMAIN public.d__replaced;

-- lock: none
DROP TYPE public.e;

-- after to before

-- lock: none
ALTER DOMAIN public.d DROP CONSTRAINT dc;

-- lock: none
CREATE TYPE public.e AS ENUM ('a', 'b');

-- lock: none
ALTER DOMAIN public.d RENAME TO d__replaced;

-- lock: none
CREATE DOMAIN public.d AS public.e CONSTRAINT dc CHECK (((VALUE)::text <> 'q'::text));

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.u ALTER COLUMN b TYPE public.d USING b::text::public.d;

-- lock: none
DROP DOMAIN public.d__replaced;

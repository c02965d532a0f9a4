-- before to after

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.accounts ALTER COLUMN email TYPE text USING email::text;

-- lock: none
DROP EXTENSION citext;

-- after to before

-- lock: none
CREATE EXTENSION IF NOT EXISTS citext SCHEMA public;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.accounts ALTER COLUMN email TYPE public.citext USING email::public.citext;

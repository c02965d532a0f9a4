-- before to after

-- lock: none
ALTER DOMAIN public.code RENAME TO code__replaced;

-- lock: none
CREATE DOMAIN public.code AS text COLLATE "C";

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.a ALTER COLUMN c2 TYPE public.code USING c2::text::public.code;

-- lock: none
DROP DOMAIN public.deep;

-- lock: none
DROP DOMAIN public.code__replaced;

-- after to before

-- lock: none
ALTER DOMAIN public.code RENAME TO code__replaced;

-- lock: none
CREATE DOMAIN public.code AS text;

-- lock: none
CREATE DOMAIN public.deep AS public.code;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.a ALTER COLUMN c2 TYPE public.deep USING c2::text::public.deep;

-- lock: none
DROP DOMAIN public.code__replaced;

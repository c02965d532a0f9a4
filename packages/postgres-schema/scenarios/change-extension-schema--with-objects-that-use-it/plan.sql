-- before to after

-- lock: access_exclusive
ALTER TABLE public.things ALTER COLUMN tags DROP DEFAULT;

-- lock: none
ALTER EXTENSION hstore SET SCHEMA extensions;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.things ALTER COLUMN tags TYPE extensions.hstore USING tags::text::extensions.hstore;

-- lock: access_exclusive
ALTER TABLE public.things ALTER COLUMN tags SET DEFAULT ''::extensions.hstore;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.things ALTER COLUMN tags DROP DEFAULT;

-- lock: none
ALTER EXTENSION hstore SET SCHEMA public;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.things ALTER COLUMN tags TYPE public.hstore USING tags::text::public.hstore;

-- lock: access_exclusive
ALTER TABLE public.things ALTER COLUMN tags SET DEFAULT ''::public.hstore;

-- before to after

-- lock: access_exclusive
DROP INDEX public.people_email;

-- lock: access_exclusive
ALTER TABLE public.people DROP CONSTRAINT has_at;

-- lock: access_exclusive
ALTER TABLE public.people ALTER COLUMN email TYPE text USING email::text;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT has_at CHECK ((email ~~ '%@%'::text));

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX people_email ON public.people ((lower(email)));

-- after to before

-- lock: access_exclusive
DROP INDEX public.people_email;

-- lock: access_exclusive
ALTER TABLE public.people DROP CONSTRAINT has_at;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.people ALTER COLUMN email TYPE character varying(80) USING email::text;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT has_at CHECK (((email)::text ~~ '%@%'::text));

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX people_email ON public.people ((lower((email)::text)));

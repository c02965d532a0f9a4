-- before to after

-- lock: access_exclusive
DROP INDEX public.people_clean;

-- lock: access_exclusive
ALTER TABLE public.people DROP COLUMN tidy;

-- lock: none
CREATE OR REPLACE FUNCTION public.clean(v text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT lower(v) || '' $function$;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.people ADD COLUMN tidy text GENERATED ALWAYS AS (public.clean(name)) STORED;

-- lock: share; hazards: blocks_writes
CREATE INDEX people_clean ON public.people ((public.clean(name)));

-- after to before

-- lock: access_exclusive
DROP INDEX public.people_clean;

-- lock: access_exclusive
ALTER TABLE public.people DROP COLUMN tidy;

-- lock: none
CREATE OR REPLACE FUNCTION public.clean(v text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT lower(v) $function$;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.people ADD COLUMN tidy text GENERATED ALWAYS AS (public.clean(name)) STORED;

-- lock: share; hazards: blocks_writes
CREATE INDEX people_clean ON public.people ((public.clean(name)));

-- before to after

-- lock: access_exclusive
DROP VIEW public.shown;

-- lock: none
DROP FUNCTION public.count_them();

-- lock: none
ALTER TYPE public.mood RENAME TO mood__replaced;

-- lock: none
CREATE TYPE public.mood AS ENUM ('good');

-- lock: none
DROP TYPE public.mood__replaced;

-- lock: none
CREATE OR REPLACE FUNCTION public.count_them()
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT 1::bigint$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.count_them() FROM PUBLIC;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.people ALTER COLUMN id TYPE bigint USING id::bigint;

-- lock: none
CREATE VIEW public.shown AS
SELECT id
   FROM public.people;

-- lock: none; hazards: changes_access
ALTER TYPE public.mood OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
ALTER FUNCTION public.count_them() OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
ALTER VIEW public.shown OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.count_them() TO PUBLIC;

-- after to before

-- lock: access_exclusive
DROP VIEW public.shown;

-- lock: none
DROP FUNCTION public.count_them();

-- lock: none
ALTER TYPE public.mood ADD VALUE 'bad' AFTER 'good';

-- lock: none
CREATE OR REPLACE FUNCTION public.count_them()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.count_them() FROM PUBLIC;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.people ALTER COLUMN id TYPE integer USING id::integer;

-- lock: none
CREATE VIEW public.shown AS
SELECT id
   FROM public.people;

-- lock: none; hazards: changes_access
ALTER FUNCTION public.count_them() OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
ALTER VIEW public.shown OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.count_them() TO PUBLIC;

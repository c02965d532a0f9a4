-- before to after

-- lock: access_exclusive
DROP VIEW public.counted;

-- lock: none
DROP FUNCTION public.first_shown();

-- lock: access_exclusive
DROP VIEW public.shown;

-- lock: none
CREATE VIEW public.shown AS
SELECT id,
    name,
    born
   FROM public.people;

-- lock: none
CREATE OR REPLACE FUNCTION public.first_shown()
 RETURNS SETOF public.shown
 LANGUAGE sql
AS $function$ SELECT * FROM shown LIMIT 1 $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.first_shown() FROM PUBLIC;

-- lock: none
CREATE VIEW public.counted AS
SELECT count(*) AS n
   FROM public.shown;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.first_shown() TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.shown TO scenario_reader;

-- lock: share_update_exclusive
COMMENT ON VIEW public.counted IS 'how many';

-- after to before

-- lock: access_exclusive
DROP VIEW public.counted;

-- lock: none
DROP FUNCTION public.first_shown();

-- lock: access_exclusive
DROP VIEW public.shown;

-- lock: none
CREATE VIEW public.shown AS
SELECT id,
    name
   FROM public.people;

-- lock: none
CREATE OR REPLACE FUNCTION public.first_shown()
 RETURNS SETOF public.shown
 LANGUAGE sql
AS $function$ SELECT * FROM shown LIMIT 1 $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.first_shown() FROM PUBLIC;

-- lock: none
CREATE VIEW public.counted AS
SELECT count(*) AS n
   FROM public.shown;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.first_shown() TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.shown TO scenario_reader;

-- lock: share_update_exclusive
COMMENT ON VIEW public.counted IS 'how many';

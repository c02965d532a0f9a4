-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public.shout(v text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT upper(v) $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.shout(text) FROM PUBLIC;

-- lock: none
CREATE VIEW public.loud AS
SELECT id,
    public.shout(name) AS name
   FROM public.people
  GROUP BY id;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.shout(text) TO PUBLIC;

-- after to before

-- lock: access_exclusive
DROP VIEW public.loud;

-- lock: none
DROP FUNCTION public.shout(text);

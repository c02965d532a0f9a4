-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public."Z fold"(entry text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT lower(entry) $function$;

-- lock: none
REVOKE ALL ON FUNCTION public."Z fold"(text) FROM PUBLIC;

-- lock: none
CREATE OR REPLACE FUNCTION public."Z wrapper"()
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public'
AS $function$ BEGIN RETURN (SELECT count(*) FROM z_helper()); END $function$;

-- lock: none
REVOKE ALL ON FUNCTION public."Z wrapper"() FROM PUBLIC;

-- lock: none
CREATE OR REPLACE FUNCTION public.folded(entry text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'public'
AS $function$ SELECT "Z fold"(entry) $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.folded(text) FROM PUBLIC;

-- lock: none
CREATE VIEW public.bridge AS
SELECT public."Z wrapper"() AS entry_count;

-- lock: none
CREATE MATERIALIZED VIEW public.z_source AS
SELECT id,
    code
   FROM public.entries;

-- lock: none
CREATE OR REPLACE FUNCTION public.z_helper()
 RETURNS SETOF public.z_source
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$ SELECT * FROM z_source $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.z_helper() FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public."Z fold"(text) TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public."Z wrapper"() TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.folded(text) TO PUBLIC;

-- lock: share; hazards: blocks_writes
CREATE INDEX entries_folded ON public.entries ((public.folded(code)));

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.z_helper() TO PUBLIC;

-- lock: none
CREATE MATERIALIZED VIEW public.a_count AS
SELECT entry_count
   FROM public.bridge;

-- after to before

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.a_count;

-- lock: access_exclusive
DROP VIEW public.bridge;

-- lock: access_exclusive
DROP INDEX public.entries_folded;

-- lock: none
DROP FUNCTION public."Z fold"(text);

-- lock: none
DROP FUNCTION public."Z wrapper"();

-- lock: none
DROP FUNCTION public.folded(text);

-- lock: none
DROP FUNCTION public.z_helper();

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.z_source;

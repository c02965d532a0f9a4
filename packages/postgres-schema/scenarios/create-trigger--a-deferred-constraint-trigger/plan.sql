-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public.check_count()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN IF (SELECT count(*) FROM people) > 1 THEN RAISE 'too many' USING ERRCODE = '23514'; END IF; RETURN NULL; END $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.check_count() FROM PUBLIC;

-- lock: share_row_exclusive
CREATE CONSTRAINT TRIGGER at_most_one AFTER INSERT ON public.people DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.check_count();

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.check_count() TO PUBLIC;

-- lock: none
COMMENT ON TRIGGER at_most_one ON public.people IS 'one';

-- after to before

-- lock: access_exclusive
DROP TRIGGER at_most_one ON public.people;

-- lock: none
DROP FUNCTION public.check_count();

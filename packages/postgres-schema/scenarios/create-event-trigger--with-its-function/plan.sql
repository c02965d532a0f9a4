-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public.noted()
 RETURNS event_trigger
 LANGUAGE plpgsql
AS $function$BEGIN END$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.noted() FROM PUBLIC;

-- lock: none
CREATE TABLE public.people (
  id integer
);

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.noted() TO PUBLIC;

-- lock: none
CREATE EVENT TRIGGER note_ddl ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'ALTER TABLE') EXECUTE FUNCTION public.noted();

-- lock: none
COMMENT ON EVENT TRIGGER note_ddl IS 'notes';

-- after to before

-- lock: none
DROP EVENT TRIGGER note_ddl;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.people;

-- lock: none
DROP FUNCTION public.noted();

-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public.bracket(a text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT '[' || a || ']' $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.bracket(text) FROM PUBLIC;

-- lock: none
CREATE OR REPLACE FUNCTION public.longer(a text, b text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT CASE WHEN length(b) > length(coalesce(a, '')) THEN b ELSE a END $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.longer(text, text) FROM PUBLIC;

-- lock: none
CREATE AGGREGATE public.longest(text) (
  SFUNC = public.longer,
  STYPE = text,
  FINALFUNC = public.bracket,
  COMBINEFUNC = public.longer,
  INITCOND = '',
  PARALLEL = SAFE
);

-- lock: none
REVOKE ALL ON FUNCTION public.longest(text) FROM PUBLIC;

-- lock: none
CREATE TABLE public.words (
  word text
);

-- lock: none
CREATE VIEW public.best AS
SELECT public.longest(word) AS word
   FROM public.words;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.longest(text) TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.longest(text) TO scenario_reader;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.bracket(text) TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.longer(text, text) TO PUBLIC;

-- lock: none
COMMENT ON AGGREGATE public.longest(text) IS 'the longest';

-- after to before

-- lock: access_exclusive
DROP VIEW public.best;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.words;

-- lock: none
DROP AGGREGATE public.longest(text);

-- lock: none
DROP FUNCTION public.bracket(text);

-- lock: none
DROP FUNCTION public.longer(text, text);

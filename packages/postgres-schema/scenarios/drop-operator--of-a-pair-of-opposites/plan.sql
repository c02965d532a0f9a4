-- before to after

-- lock: none
DROP OPERATOR public.=!= (text, text);

-- lock: none
DROP OPERATOR public.=== (text, text);

-- lock: none
DROP FUNCTION public.other(text, text);

-- after to before

-- lock: none
CREATE OR REPLACE FUNCTION public.other(text, text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1 <> $2$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.other(text, text) FROM PUBLIC;

-- lock: none
CREATE OPERATOR public.=!= (FUNCTION = public.other, LEFTARG = text, RIGHTARG = text, NEGATOR = OPERATOR(public.===));

-- lock: none
CREATE OPERATOR public.=== (FUNCTION = public.same, LEFTARG = text, RIGHTARG = text, NEGATOR = OPERATOR(public.=!=));

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.other(text, text) TO PUBLIC;

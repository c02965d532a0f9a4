-- before to after

-- lock: none
CREATE TYPE public.mood AS ENUM ('a');

-- lock: none
REVOKE USAGE ON TYPE public.mood FROM PUBLIC;

-- lock: none
CREATE TYPE public.pair AS (a integer, b integer);

-- lock: none
REVOKE USAGE ON TYPE public.pair FROM PUBLIC;

-- lock: none
CREATE OR REPLACE FUNCTION public.act()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.act() FROM PUBLIC;

-- lock: none
CREATE DOMAIN public.tiny AS integer;

-- lock: none
REVOKE USAGE ON TYPE public.tiny FROM PUBLIC;

-- after to before

-- lock: none
DROP DOMAIN public.tiny;

-- lock: none
DROP FUNCTION public.act();

-- lock: none
DROP TYPE public.pair;

-- lock: none
DROP TYPE public.mood;

-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public.now_here()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET "TimeZone" TO 'Europe/Berlin'
 SET search_path TO ''
AS $function$ SELECT current_setting('TimeZone') $function$;

-- after to before

-- lock: none
CREATE OR REPLACE FUNCTION public.now_here()
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT current_setting('TimeZone') $function$;

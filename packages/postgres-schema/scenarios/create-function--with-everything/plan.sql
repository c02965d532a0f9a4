-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public.price_of(net numeric, rate numeric DEFAULT 0.19, VARIADIC extras numeric[] DEFAULT '{}'::numeric[])
 RETURNS numeric
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE STRICT SECURITY DEFINER LEAKPROOF COST 7
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET work_mem TO '8MB'
AS $function$ BEGIN RETURN net * (1 + rate); END $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.price_of(numeric, numeric, numeric[]) FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.price_of(numeric, numeric, numeric[]) TO scenario_reader;

-- lock: none
COMMENT ON FUNCTION public.price_of(numeric, numeric, numeric[]) IS 'with tax';

-- after to before

-- lock: none
DROP FUNCTION public.price_of(numeric, numeric, numeric[]);

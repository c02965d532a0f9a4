CREATE FUNCTION price_of(net numeric, rate numeric DEFAULT 0.19, VARIADIC extras numeric[] DEFAULT '{}') RETURNS numeric
  LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 7 SET search_path = pg_catalog, pg_temp SET work_mem = '8MB'
  AS $body$ BEGIN RETURN net * (1 + rate); END $body$;
COMMENT ON FUNCTION price_of(numeric, numeric, numeric[]) IS 'with tax';
REVOKE ALL ON FUNCTION price_of(numeric, numeric, numeric[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION price_of(numeric, numeric, numeric[]) TO scenario_reader;

CREATE TYPE span AS RANGE (SUBTYPE = bigint);
COMMENT ON TYPE span IS 'a span';
GRANT USAGE ON TYPE span TO scenario_reader;

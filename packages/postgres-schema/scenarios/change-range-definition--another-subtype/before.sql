CREATE TYPE span AS RANGE (SUBTYPE = integer);
COMMENT ON TYPE span IS 'a span';
GRANT USAGE ON TYPE span TO scenario_reader;

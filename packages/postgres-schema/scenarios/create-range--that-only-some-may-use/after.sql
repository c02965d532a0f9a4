CREATE TYPE span AS RANGE (SUBTYPE = text);
REVOKE ALL ON TYPE span FROM PUBLIC;
GRANT USAGE ON TYPE span TO scenario_reader;
ALTER TYPE span OWNER TO scenario_owner;

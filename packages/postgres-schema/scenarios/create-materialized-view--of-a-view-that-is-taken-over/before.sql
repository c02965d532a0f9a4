CREATE TABLE b (c0 integer);
CREATE VIEW v AS SELECT c0 FROM b;
ALTER VIEW v OWNER TO scenario_reader;

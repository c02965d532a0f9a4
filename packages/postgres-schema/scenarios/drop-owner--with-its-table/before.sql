CREATE TABLE t (id integer);
ALTER TABLE t OWNER TO scenario_owner;
CREATE TABLE u ();
ALTER TABLE u OWNER TO scenario_owner;

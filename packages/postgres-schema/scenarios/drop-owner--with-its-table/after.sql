CREATE TABLE u ();
ALTER TABLE u OWNER TO scenario_owner;

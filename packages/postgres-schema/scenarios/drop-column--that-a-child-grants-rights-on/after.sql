CREATE TABLE entries (title text);
CREATE TABLE letters (stamp integer) INHERITS (entries);
GRANT UPDATE (title) ON letters TO scenario_reader;

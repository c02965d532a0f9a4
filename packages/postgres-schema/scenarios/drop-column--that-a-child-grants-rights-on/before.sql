CREATE TABLE entries (title text, draft text);
CREATE TABLE letters (stamp integer) INHERITS (entries);
GRANT UPDATE (draft) ON letters TO scenario_reader;

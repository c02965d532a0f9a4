CREATE TABLE notes (id integer PRIMARY KEY, owner text NOT NULL);
GRANT SELECT ON notes TO scenario_reader;

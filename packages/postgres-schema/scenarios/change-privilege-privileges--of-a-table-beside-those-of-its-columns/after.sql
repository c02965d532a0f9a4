CREATE TABLE notes (id integer PRIMARY KEY, title text, body text);
GRANT SELECT (title), UPDATE (title, body), UPDATE ON notes TO scenario_reader;
GRANT SELECT (id) ON notes TO scenario_writer;

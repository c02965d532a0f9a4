CREATE TABLE notes (id integer PRIMARY KEY, title text, body text);
GRANT SELECT (title), UPDATE (title, body) ON notes TO scenario_reader;
GRANT SELECT, INSERT ON notes TO scenario_reader;
GRANT SELECT (id), SELECT ON notes TO scenario_writer;

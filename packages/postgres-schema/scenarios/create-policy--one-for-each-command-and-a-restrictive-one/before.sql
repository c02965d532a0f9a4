CREATE TABLE notes (id integer PRIMARY KEY, owner name NOT NULL DEFAULT current_user, locked boolean NOT NULL DEFAULT false);
GRANT ALL ON notes TO scenario_reader, scenario_writer;

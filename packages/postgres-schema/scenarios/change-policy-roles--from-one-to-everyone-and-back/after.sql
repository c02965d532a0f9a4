CREATE TABLE notes (id integer PRIMARY KEY);
CREATE POLICY a ON notes USING (true);
CREATE POLICY b ON notes TO scenario_reader, scenario_writer USING (true);

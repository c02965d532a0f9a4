CREATE TABLE notes (id integer PRIMARY KEY);
CREATE POLICY a ON notes TO scenario_reader USING (true);
CREATE POLICY b ON notes USING (true);

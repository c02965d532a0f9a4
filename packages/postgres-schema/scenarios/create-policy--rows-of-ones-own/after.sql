CREATE TABLE notes (id integer PRIMARY KEY, owner text NOT NULL);
GRANT SELECT ON notes TO scenario_reader;
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notes FOR SELECT TO scenario_reader USING (owner = current_user);

CREATE TABLE notes (id integer PRIMARY KEY, owner name);
GRANT SELECT ON notes TO scenario_reader;
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notes USING (owner = current_user);
CREATE VIEW shown WITH (security_invoker = true) AS SELECT id FROM notes;
GRANT SELECT ON shown TO scenario_reader;

CREATE TABLE notes (id integer PRIMARY KEY, owner name NOT NULL DEFAULT current_user, locked boolean NOT NULL DEFAULT false);
GRANT ALL ON notes TO scenario_reader, scenario_writer;
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON notes FOR SELECT USING (true);
CREATE POLICY add ON notes FOR INSERT TO scenario_writer WITH CHECK (owner = current_user);
CREATE POLICY edit ON notes FOR UPDATE TO scenario_writer, scenario_reader USING (owner = current_user) WITH CHECK (owner = current_user);
CREATE POLICY remove ON notes FOR DELETE USING (owner = current_user);
CREATE POLICY unlocked ON notes AS RESTRICTIVE FOR DELETE TO PUBLIC USING (NOT locked);
COMMENT ON POLICY unlocked ON notes IS 'no way around';

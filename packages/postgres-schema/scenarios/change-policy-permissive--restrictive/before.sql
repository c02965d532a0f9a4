CREATE TABLE notes (id integer PRIMARY KEY);
CREATE POLICY chosen ON notes USING (id > 0);
COMMENT ON POLICY chosen ON notes IS 'chosen';

CREATE TABLE notes (id integer PRIMARY KEY);
CREATE POLICY chosen ON notes FOR SELECT USING (id > 0);

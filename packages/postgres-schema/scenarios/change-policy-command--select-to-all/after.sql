CREATE TABLE notes (id integer PRIMARY KEY);
CREATE POLICY chosen ON notes USING (id > 0);

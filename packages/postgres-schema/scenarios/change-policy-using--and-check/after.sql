CREATE TABLE notes (id integer PRIMARY KEY, owner name);
CREATE POLICY own ON notes USING (owner = session_user) WITH CHECK (id > 1);

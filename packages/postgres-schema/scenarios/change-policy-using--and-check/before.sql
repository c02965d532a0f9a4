CREATE TABLE notes (id integer PRIMARY KEY, owner name);
CREATE POLICY own ON notes USING (owner = current_user) WITH CHECK (id > 0);

CREATE TABLE notes (id integer PRIMARY KEY, owner name NOT NULL);
CREATE POLICY mine ON notes USING (owner = current_user);

CREATE TABLE teams (owner name);
CREATE TABLE notes (id integer PRIMARY KEY, owner name);
CREATE POLICY own ON notes USING (EXISTS (SELECT FROM teams t WHERE t.owner = notes.owner));

CREATE TABLE groups (owner name);
CREATE TABLE notes (id integer PRIMARY KEY, owner name);
CREATE POLICY own ON notes USING (EXISTS (SELECT FROM groups g WHERE g.owner = notes.owner));

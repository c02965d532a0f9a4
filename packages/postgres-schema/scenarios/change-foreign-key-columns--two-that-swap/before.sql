CREATE TABLE people (id integer PRIMARY KEY);
CREATE TABLE letters (
  sender integer CONSTRAINT from_whom REFERENCES people,
  recipient integer CONSTRAINT to_whom REFERENCES people
);

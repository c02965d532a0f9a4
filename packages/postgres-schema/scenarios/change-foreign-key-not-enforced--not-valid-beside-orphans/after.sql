CREATE TABLE teams (id integer PRIMARY KEY);
CREATE TABLE people (team integer);
ALTER TABLE people ADD CONSTRAINT in_team FOREIGN KEY (team) REFERENCES teams NOT VALID;

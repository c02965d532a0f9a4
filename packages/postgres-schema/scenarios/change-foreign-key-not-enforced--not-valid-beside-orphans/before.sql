CREATE TABLE teams (id integer PRIMARY KEY);
CREATE TABLE people (team integer, CONSTRAINT in_team FOREIGN KEY (team) REFERENCES teams NOT ENFORCED);

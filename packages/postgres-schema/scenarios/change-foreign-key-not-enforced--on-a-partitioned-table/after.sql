CREATE TABLE teams (id integer PRIMARY KEY);
CREATE TABLE people (id integer, team integer, CONSTRAINT in_team FOREIGN KEY (team) REFERENCES teams NOT ENFORCED) PARTITION BY LIST (id);
CREATE TABLE people_1 PARTITION OF people FOR VALUES IN (1);

CREATE TABLE teams (id integer PRIMARY KEY, captain_id integer NOT NULL);
CREATE TABLE players (id integer PRIMARY KEY, team_id integer NOT NULL REFERENCES teams);
ALTER TABLE teams ADD CONSTRAINT teams_captain FOREIGN KEY (captain_id) REFERENCES players DEFERRABLE INITIALLY DEFERRED;

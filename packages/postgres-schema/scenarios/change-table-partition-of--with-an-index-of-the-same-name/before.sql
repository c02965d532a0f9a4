CREATE TABLE events (id integer NOT NULL, kind integer, note text) PARTITION BY RANGE (id);
CREATE TABLE others (id integer NOT NULL, kind integer, note text) PARTITION BY RANGE (id);
CREATE TABLE events_a PARTITION OF events FOR VALUES FROM (1) TO (100);
CREATE INDEX its_own ON events_a (kind);
CREATE INDEX events_note ON events (note);

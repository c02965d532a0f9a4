CREATE TABLE events (id integer NOT NULL, kind integer, note text) PARTITION BY RANGE (id);
CREATE TABLE others (id integer NOT NULL, kind integer, note text) PARTITION BY RANGE (id);
CREATE TABLE events_a PARTITION OF others FOR VALUES FROM (1) TO (100);
CREATE INDEX its_own ON events_a (note);
CREATE INDEX others_note ON others (note);
CREATE INDEX events_note ON events (note);

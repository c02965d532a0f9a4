CREATE TABLE kinds (id integer PRIMARY KEY);
CREATE TABLE events (id integer NOT NULL, kind integer, note text) PARTITION BY RANGE (id);
ALTER TABLE events ADD PRIMARY KEY (id);
CREATE INDEX events_kind ON events (kind);
ALTER TABLE events ADD CONSTRAINT events_kind_fkey FOREIGN KEY (kind) REFERENCES kinds;
CREATE TABLE events_a (id integer CONSTRAINT key_of_a PRIMARY KEY, kind integer CONSTRAINT kind_of_a REFERENCES kinds, note text);
CREATE INDEX index_of_a ON events_a (kind);

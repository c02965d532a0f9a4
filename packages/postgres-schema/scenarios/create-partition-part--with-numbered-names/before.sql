CREATE TABLE events (id integer NOT NULL, kind integer, note text) PARTITION BY RANGE (id);
CREATE INDEX events_kind ON events (kind);
CREATE INDEX events_late ON events (kind) WHERE id > 5;

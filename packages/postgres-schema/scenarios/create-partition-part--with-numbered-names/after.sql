CREATE TABLE events (id integer NOT NULL, kind integer, note text) PARTITION BY RANGE (id);
CREATE TABLE events_a PARTITION OF events FOR VALUES FROM (1) TO (100);
CREATE TABLE events_b PARTITION OF events FOR VALUES FROM (100) TO (200);
CREATE INDEX events_late ON events (kind) WHERE id > 5;
CREATE INDEX events_kind ON events (kind);
CREATE INDEX events_later ON events (kind) WHERE id > 50;

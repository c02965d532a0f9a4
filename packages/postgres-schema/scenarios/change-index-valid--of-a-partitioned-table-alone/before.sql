CREATE TABLE events (id integer NOT NULL, kind text) PARTITION BY LIST (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES IN (1);
CREATE INDEX events_kind ON ONLY events (kind);

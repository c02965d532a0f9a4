CREATE TABLE events (id integer NOT NULL, kind text) PARTITION BY LIST (id);
CREATE TABLE a_events PARTITION OF events FOR VALUES IN (1) PARTITION BY LIST (id);
CREATE TABLE b_events PARTITION OF a_events FOR VALUES IN (1);
CREATE INDEX z_events_kind ON events (kind);
CREATE INDEX a_events_own ON a_events (kind);
CREATE UNIQUE INDEX b_events_own ON b_events (id, kind);
ALTER TABLE events ADD CONSTRAINT events_key UNIQUE (id, kind);

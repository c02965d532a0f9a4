CREATE TABLE events (id integer NOT NULL, at date NOT NULL, v integer, CHECK (id > 0), CONSTRAINT several CHECK (v > 0)) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') PARTITION BY LIST ((v % 2));
CREATE TABLE events_1_odd PARTITION OF events_1 FOR VALUES IN (1);
CREATE INDEX first_odd ON events_1_odd (v) WHERE v > 3;
ALTER TABLE events_1_odd ADD CONSTRAINT less CHECK (v < 100);
ALTER TABLE events_1_odd ADD CONSTRAINT once UNIQUE (v, id);
CREATE STATISTICS together ON id, v FROM events;
GRANT SELECT (v) ON events_1 TO scenario_reader;
COMMENT ON COLUMN events_1.v IS 'How many.';

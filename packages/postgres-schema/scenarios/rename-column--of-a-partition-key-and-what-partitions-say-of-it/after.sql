CREATE TABLE events (id integer NOT NULL, happened_on date NOT NULL, amount integer, CHECK (id > 0), CONSTRAINT several CHECK (amount > 0)) PARTITION BY RANGE (happened_on);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') PARTITION BY LIST ((amount % 2));
CREATE TABLE events_1_odd PARTITION OF events_1 FOR VALUES IN (1);
CREATE INDEX first_odd ON events_1_odd (amount) WHERE amount > 3;
ALTER TABLE events_1_odd ADD CONSTRAINT less CHECK (amount < 100);
ALTER TABLE events_1_odd ADD CONSTRAINT once UNIQUE (amount, id);
CREATE STATISTICS together ON id, amount FROM events;
GRANT SELECT (amount) ON events_1 TO scenario_reader;
COMMENT ON COLUMN events_1.amount IS 'How many.';

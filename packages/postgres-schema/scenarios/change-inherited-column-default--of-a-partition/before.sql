CREATE TABLE events (id integer, kind text DEFAULT 'a') PARTITION BY LIST (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES IN (1);
ALTER TABLE events_1 ALTER kind SET DEFAULT 'b';

CREATE TABLE events (id integer NOT NULL, kind integer, note text) PARTITION BY RANGE (id);
CREATE TABLE events_a PARTITION OF events FOR VALUES FROM (1) TO (100);
ALTER TABLE events ADD PRIMARY KEY (id);
CREATE INDEX events_kind ON events (kind);
CREATE TABLE events_b PARTITION OF events FOR VALUES FROM (100) TO (200);
ALTER INDEX events_b_kind_idx RENAME TO kind_of_b;
ALTER INDEX events_b_pkey RENAME TO key_of_b;

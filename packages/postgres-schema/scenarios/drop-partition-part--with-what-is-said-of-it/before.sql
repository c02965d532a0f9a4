CREATE TABLE events (id integer NOT NULL, kind integer, note text) PARTITION BY RANGE (id);
CREATE TABLE events_a PARTITION OF events FOR VALUES FROM (1) TO (100);
CREATE TABLE events_b PARTITION OF events FOR VALUES FROM (100) TO (200);
CREATE INDEX events_kind ON events (kind);
ALTER INDEX events_a_kind_idx RENAME TO kind_of_a;
COMMENT ON INDEX kind_of_a IS 'By kind.';
ALTER INDEX kind_of_a SET (fillfactor = 60);

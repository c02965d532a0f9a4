CREATE TABLE events (id integer NOT NULL, kind integer, note text) PARTITION BY RANGE (id);
CREATE TABLE events_a PARTITION OF events FOR VALUES FROM (1) TO (100);
CREATE TABLE events_b PARTITION OF events FOR VALUES FROM (100) TO (200) PARTITION BY HASH (id);
CREATE TABLE events_b0 PARTITION OF events_b FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE INDEX events_kind ON events (kind) WITH (fillfactor = 80);
CREATE INDEX kind_of_a ON events_a (kind);

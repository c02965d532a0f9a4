CREATE TABLE events (id integer NOT NULL, kind integer, note text) PARTITION BY RANGE (id);
CREATE TABLE events_a PARTITION OF events FOR VALUES FROM (1) TO (100);

CREATE TABLE events (id integer, at date) PARTITION BY RANGE (at);
CREATE TABLE events_old PARTITION OF events FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
CREATE TABLE events_new PARTITION OF events DEFAULT;
CREATE INDEX events_id ON events (id);

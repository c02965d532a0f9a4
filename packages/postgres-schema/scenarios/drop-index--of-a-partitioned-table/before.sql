CREATE TABLE events (id integer, at date) PARTITION BY RANGE (at);
CREATE TABLE events_new PARTITION OF events DEFAULT;
CREATE INDEX events_id ON events (id);

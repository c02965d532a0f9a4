CREATE TABLE events (id integer NOT NULL, at date NOT NULL, size bigint) PARTITION BY RANGE (at);
CREATE TABLE events_all PARTITION OF events DEFAULT;
CREATE INDEX events_size ON events (size);

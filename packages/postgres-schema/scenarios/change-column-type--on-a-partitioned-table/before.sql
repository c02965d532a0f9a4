CREATE TABLE events (id integer NOT NULL, at date NOT NULL, size integer) PARTITION BY RANGE (at);
CREATE TABLE events_all PARTITION OF events DEFAULT;
CREATE INDEX events_size ON events (size);

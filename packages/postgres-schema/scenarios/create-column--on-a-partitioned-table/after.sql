CREATE TABLE events (id integer NOT NULL, at date NOT NULL, kind text NOT NULL DEFAULT 'x') PARTITION BY RANGE (at);
CREATE TABLE events_all PARTITION OF events DEFAULT;

CREATE TABLE events (id integer, at date) PARTITION BY RANGE (at);
CREATE TABLE events_all PARTITION OF events DEFAULT;

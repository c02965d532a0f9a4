CREATE TABLE events (id integer, at date, CONSTRAINT id_is_positive CHECK (id > 0)) PARTITION BY RANGE (at);
CREATE TABLE events_all PARTITION OF events DEFAULT;

CREATE TABLE events_here (id integer, count integer);

CREATE TABLE events (id integer, place text, note text) PARTITION BY LIST (place);
CREATE TABLE events_here PARTITION OF events (PRIMARY KEY (id, place)) FOR VALUES IN ('here');

CREATE TABLE events (id integer, place text, note text) PARTITION BY LIST (place);
CREATE TABLE events_here (id integer not null, place text not null, note text, PRIMARY KEY (id, place));

CREATE TABLE events (id integer, at date) PARTITION BY RANGE (at);
CREATE INDEX events_at ON events (at, id);
CREATE TABLE events_2024 (id integer, at date);
CREATE INDEX own ON events_2024 (at, id);

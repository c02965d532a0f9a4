CREATE TABLE events (id integer, at date, kind text) PARTITION BY LIST (kind);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES IN ('a');
ALTER TABLE events_2023 ALTER COLUMN kind SET NOT NULL;
CREATE TABLE events_2024 (id integer, at date, kind text);

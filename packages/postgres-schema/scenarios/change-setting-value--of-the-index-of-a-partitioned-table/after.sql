CREATE TABLE events (id integer, day date) PARTITION BY RANGE (day);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE INDEX events_id ON events (id) WITH (fillfactor = 60);
CREATE INDEX events_day ON events (day) WITH (fillfactor = 70);

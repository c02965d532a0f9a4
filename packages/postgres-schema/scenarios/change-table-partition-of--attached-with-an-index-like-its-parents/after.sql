CREATE TABLE events (id integer, at date) PARTITION BY RANGE (at);
CREATE INDEX events_at ON events (at, id);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX own ON events_2024 (at, id);

CREATE TABLE events (id bigint NOT NULL, at date NOT NULL, kind text NOT NULL DEFAULT 'x', PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE INDEX events_kind ON events (kind);
CREATE TABLE events_2024 (id bigint NOT NULL, at date NOT NULL, kind text NOT NULL DEFAULT 'x', PRIMARY KEY (id, at));
CREATE INDEX events_2024_kind_idx ON events_2024 (kind);

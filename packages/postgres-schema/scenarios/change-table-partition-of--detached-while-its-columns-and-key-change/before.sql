CREATE TABLE sensors (id integer PRIMARY KEY);
CREATE TABLE readings (sensor integer REFERENCES sensors, at date NOT NULL, value real DEFAULT 0) PARTITION BY RANGE (at);
CREATE TABLE readings_2024 PARTITION OF readings FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

CREATE TABLE readings (sensor integer NOT NULL, value real DEFAULT 0, unit text) PARTITION BY LIST (sensor);
CREATE TABLE readings_1 PARTITION OF readings FOR VALUES IN (1) PARTITION BY LIST (unit);
CREATE TABLE plain (sensor bigint, value numeric NOT NULL DEFAULT 1, unit varchar NOT NULL DEFAULT 'K');
CREATE TABLE further (sensor integer, value real, unit text DEFAULT 'C');

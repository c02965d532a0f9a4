CREATE TABLE readings (sensor integer NOT NULL, value real DEFAULT 0, unit text) PARTITION BY LIST (sensor);
CREATE TABLE readings_1 PARTITION OF readings FOR VALUES IN (1) PARTITION BY LIST (unit);
CREATE TABLE plain PARTITION OF readings FOR VALUES IN (2);
CREATE TABLE further PARTITION OF readings_1 (value DEFAULT 7, unit NOT NULL) FOR VALUES IN ('C');

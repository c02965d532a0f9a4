CREATE TABLE sensors (id bigint PRIMARY KEY);
CREATE TABLE readings (sensor bigint REFERENCES sensors, at date NOT NULL, value numeric DEFAULT 0) PARTITION BY RANGE (at);
CREATE TABLE readings_2024 (sensor bigint REFERENCES sensors, at date NOT NULL, value numeric DEFAULT 1);

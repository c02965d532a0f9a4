CREATE TABLE readings (day date NOT NULL, value integer, station text) PARTITION BY LIST (station);
CREATE TABLE readings_north PARTITION OF readings FOR VALUES IN ('north');
CREATE INDEX ON readings_north (value) WHERE value > 0;
ALTER TABLE readings_north ADD UNIQUE NULLS NOT DISTINCT (station);
CREATE INDEX readings_value ON readings (value);
ALTER TABLE readings ADD CONSTRAINT readings_station UNIQUE (station);

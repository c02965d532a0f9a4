CREATE TABLE readings (at integer CONSTRAINT is_dated NOT NULL, kind text NOT NULL, note text CONSTRAINT has_note NOT NULL) PARTITION BY LIST (at);
CREATE TABLE readings_1 PARTITION OF readings FOR VALUES IN (1);

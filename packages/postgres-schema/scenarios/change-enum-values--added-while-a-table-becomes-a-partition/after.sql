CREATE TYPE kind AS ENUM ('a', 'b');
CREATE TABLE things (kind kind, note text) PARTITION BY LIST (kind);
CREATE TABLE others PARTITION OF things FOR VALUES IN ('b');
CREATE TABLE years (year integer, kind text) PARTITION BY LIST (year);
CREATE TABLE year_1 (year integer, kind kind DEFAULT 'b');

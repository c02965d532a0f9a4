CREATE TYPE kind AS ENUM ('a');
CREATE TABLE things (kind kind, note text) PARTITION BY LIST (kind);
CREATE TABLE others (kind kind, note varchar(20));
CREATE TABLE years (year integer, kind text) PARTITION BY LIST (year);
CREATE TABLE year_1 PARTITION OF years FOR VALUES IN (1);

CREATE TABLE t (id int primary key, c0 text) PARTITION BY LIST (id);
CREATE TABLE b PARTITION OF t FOR VALUES IN (1, 21);
CREATE TABLE c (id int references b(id));

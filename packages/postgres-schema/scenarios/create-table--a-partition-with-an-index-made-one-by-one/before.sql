CREATE TABLE t (id int not null, c0 text) PARTITION BY LIST (id);
CREATE TABLE p1 PARTITION OF t FOR VALUES IN (1, 21);
CREATE INDEX p1_index ON p1 (c0);
CREATE INDEX p_second ON t (c0) WHERE id > 0;

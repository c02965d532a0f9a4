CREATE TABLE p (c1 integer);
CREATE TABLE a (c4 integer, c0 bigint NOT NULL) INHERITS (p);

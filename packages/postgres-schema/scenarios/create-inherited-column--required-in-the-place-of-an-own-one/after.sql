CREATE TABLE p (c1 integer, c0 integer);
CREATE TABLE a (c4 integer) INHERITS (p);
ALTER TABLE a ALTER c0 SET NOT NULL;

CREATE TABLE p (c3 integer[], c4 integer);
CREATE TABLE a () INHERITS (p);

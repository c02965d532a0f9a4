CREATE TABLE p (id integer, c2 text DEFAULT 'x');
CREATE TABLE a (c1 integer) INHERITS (p);

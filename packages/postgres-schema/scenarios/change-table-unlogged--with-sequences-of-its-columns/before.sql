CREATE TABLE a (id integer, n integer, m integer);
CREATE SEQUENCE a_logged OWNED BY a.id;
CREATE SEQUENCE a_unlogged OWNED BY a.n;
CREATE SEQUENCE a_left OWNED BY a.m;

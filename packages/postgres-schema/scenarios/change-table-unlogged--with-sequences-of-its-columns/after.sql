CREATE UNLOGGED TABLE a (id integer, n integer, m integer);
CREATE SEQUENCE a_logged OWNED BY a.id;
CREATE UNLOGGED SEQUENCE a_unlogged OWNED BY a.n;
CREATE SEQUENCE a_left;
CREATE SEQUENCE a_new OWNED BY a.m;

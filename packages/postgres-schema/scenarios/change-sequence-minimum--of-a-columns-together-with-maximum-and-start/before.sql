CREATE TABLE a (id integer PRIMARY KEY, n integer);
CREATE SEQUENCE numbers AS integer MAXVALUE 10 OWNED BY a.id;
ALTER TABLE a ALTER id SET DEFAULT nextval('numbers');

CREATE TABLE a (id integer PRIMARY KEY);
CREATE PUBLICATION chosen FOR TABLE a WITH (publish = 'insert');

CREATE TABLE members (id bigint PRIMARY KEY, name text);
CREATE PUBLICATION chosen FOR TABLE members WHERE (id > 10);

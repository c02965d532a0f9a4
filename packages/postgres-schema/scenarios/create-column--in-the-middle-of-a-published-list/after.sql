CREATE TABLE members (id integer PRIMARY KEY, email text, name text);
CREATE PUBLICATION chosen FOR TABLE members (id, email, name);

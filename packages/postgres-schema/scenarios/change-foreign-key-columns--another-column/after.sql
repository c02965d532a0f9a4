CREATE TABLE users (id integer PRIMARY KEY);
CREATE TABLE posts (author integer, editor integer CONSTRAINT by_user REFERENCES users);

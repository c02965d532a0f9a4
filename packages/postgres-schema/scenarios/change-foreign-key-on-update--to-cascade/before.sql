CREATE TABLE users (id integer PRIMARY KEY);
CREATE TABLE posts (author integer CONSTRAINT by_user REFERENCES users);

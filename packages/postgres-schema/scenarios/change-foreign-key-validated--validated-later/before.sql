CREATE TABLE users (id integer PRIMARY KEY);
CREATE TABLE posts (author integer);
ALTER TABLE posts ADD CONSTRAINT by_user FOREIGN KEY (author) REFERENCES users NOT VALID;

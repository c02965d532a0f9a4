CREATE TABLE users (id integer PRIMARY KEY);
CREATE TABLE posts (user_id integer);
ALTER TABLE posts ADD CONSTRAINT by_user FOREIGN KEY (user_id) REFERENCES users NOT VALID;

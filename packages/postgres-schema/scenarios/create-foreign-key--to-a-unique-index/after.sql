CREATE TABLE users (id integer PRIMARY KEY, code text);
CREATE UNIQUE INDEX one_code ON users (code);
CREATE TABLE posts (user_code text CONSTRAINT by_code REFERENCES users (code));

CREATE TABLE users (id integer PRIMARY KEY, code text CONSTRAINT one_code UNIQUE);
CREATE TABLE posts (user_code text CONSTRAINT by_code REFERENCES users (code));

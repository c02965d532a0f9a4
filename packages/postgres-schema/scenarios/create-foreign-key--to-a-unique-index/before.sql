CREATE TABLE users (id integer PRIMARY KEY, code text);
CREATE TABLE posts (user_code text);

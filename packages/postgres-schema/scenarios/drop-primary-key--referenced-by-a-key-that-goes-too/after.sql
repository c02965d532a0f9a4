CREATE TABLE users (id integer NOT NULL);
CREATE TABLE posts (user_id integer);

CREATE TABLE users (id integer NOT NULL, code integer NOT NULL CONSTRAINT users_key PRIMARY KEY);
CREATE TABLE posts (user_code integer CONSTRAINT posts_user REFERENCES users (code));
COMMENT ON CONSTRAINT users_key ON users IS 'the key';

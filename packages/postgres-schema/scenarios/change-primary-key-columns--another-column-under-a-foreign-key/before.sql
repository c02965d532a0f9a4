CREATE TABLE users (id integer CONSTRAINT users_key PRIMARY KEY, code integer NOT NULL UNIQUE);
CREATE TABLE posts (user_code integer CONSTRAINT posts_user REFERENCES users (code));
COMMENT ON CONSTRAINT users_key ON users IS 'the key';

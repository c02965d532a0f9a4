CREATE TABLE sessions (id serial PRIMARY KEY, token text UNIQUE);

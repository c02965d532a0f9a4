CREATE TABLE users (id integer CONSTRAINT one PRIMARY KEY);
CREATE TABLE new_users (id integer CONSTRAINT two PRIMARY KEY, email text);

CREATE TABLE users (id integer PRIMARY KEY);
CREATE TABLE visits (id integer PRIMARY KEY, user_code text);

CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE notes (id integer, mood mood DEFAULT NULL);

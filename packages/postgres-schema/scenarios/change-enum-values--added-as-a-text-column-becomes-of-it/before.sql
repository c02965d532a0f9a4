CREATE TYPE mood AS ENUM ('good');
CREATE TABLE days (felt text, also mood);

CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE TABLE days (felt mood, also mood);

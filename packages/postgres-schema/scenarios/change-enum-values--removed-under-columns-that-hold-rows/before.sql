CREATE TYPE mood AS ENUM ('sad', 'happy', 'unknown');
CREATE TABLE places (street text, mood mood, other mood);
CREATE TABLE visits (at places, seen places[]);

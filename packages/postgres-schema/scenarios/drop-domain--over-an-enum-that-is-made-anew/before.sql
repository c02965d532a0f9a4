CREATE TYPE mood AS ENUM ('calm', 'wild', 'odd');
CREATE DOMAIN feeling AS mood DEFAULT 'wild';
CREATE TYPE moods AS (one mood, other feeling);
CREATE TABLE animals (mood feeling NOT NULL, pair moods, other mood);

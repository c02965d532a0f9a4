CREATE TYPE mood AS ENUM ('calm', 'wild');
CREATE DOMAIN size AS text;
CREATE TABLE animals (mood mood[], moods mood, size size[], sizes size);

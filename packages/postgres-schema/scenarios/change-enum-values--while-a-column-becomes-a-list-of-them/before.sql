CREATE TYPE mood AS ENUM ('calm', 'wild', 'odd');
CREATE DOMAIN size AS integer;
CREATE TABLE animals (mood mood, moods mood[], size size, sizes size[]);

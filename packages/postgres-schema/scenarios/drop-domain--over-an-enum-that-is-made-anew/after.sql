CREATE TYPE mood AS ENUM ('calm', 'wild');
CREATE TABLE animals (mood mood NOT NULL, pair text, other text);

CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE places (street text, number smallint, unused text);
CREATE TABLE far_places () INHERITS (places);
CREATE TABLE a_new_holder (at places);
CREATE TABLE visits (far far_places, several far_places[], gone places, spoken text);

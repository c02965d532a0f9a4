CREATE TABLE places (street text, number integer, country text);
CREATE TABLE far_places () INHERITS (places);
CREATE TABLE a_newer_holder (at places, others places[]);
CREATE TABLE visits (far far_places, several far_places[], come far_places, spoken text);

CREATE TYPE mood AS ENUM ('good', 'so', 'bad');
CREATE DOMAIN feeling AS mood NOT NULL;
CREATE TABLE days (day date, felt feeling);
CREATE FUNCTION felt_days() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(felt) FROM days; END;

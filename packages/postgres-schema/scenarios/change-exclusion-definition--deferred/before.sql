CREATE TABLE shifts (during int4range, CONSTRAINT apart EXCLUDE USING gist (during WITH &&));

CREATE TABLE shifts (during int4range);

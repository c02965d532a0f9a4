CREATE TABLE c (id int generated always as identity, c0 varchar(30));

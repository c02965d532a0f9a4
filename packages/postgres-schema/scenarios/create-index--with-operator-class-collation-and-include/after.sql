CREATE TABLE people (name text, city text, id integer);
CREATE INDEX people_name ON people (name COLLATE "C" text_pattern_ops, city text_pattern_ops) INCLUDE (id) WITH (fillfactor = 70);

INSERT INTO people VALUES ('a');

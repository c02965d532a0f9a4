INSERT INTO people VALUES ('a', 'b');

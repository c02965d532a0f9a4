INSERT INTO people VALUES ('r', 'c');

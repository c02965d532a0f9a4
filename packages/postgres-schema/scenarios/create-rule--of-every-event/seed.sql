INSERT INTO people VALUES (1, 'a'), (11, 'b');

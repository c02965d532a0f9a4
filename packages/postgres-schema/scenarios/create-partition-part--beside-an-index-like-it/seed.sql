INSERT INTO events VALUES (1, 1, 'a'), (150, 2, 'b');

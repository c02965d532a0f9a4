INSERT INTO docs VALUES (1, repeat('x', 9000), 'n', 2);

INSERT INTO docs VALUES (1, 2, 'a');

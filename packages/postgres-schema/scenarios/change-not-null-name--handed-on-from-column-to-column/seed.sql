INSERT INTO people VALUES (1, 2, 3, 4, 5, 6);

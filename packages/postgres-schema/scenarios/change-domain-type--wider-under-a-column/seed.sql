INSERT INTO orders VALUES (1, 5.25), (2, 0);

INSERT INTO orders VALUES (1, '12'), (2, NULL), (3, ' 7 ');

INSERT INTO clients VALUES (1, 'ann');
INSERT INTO orders VALUES (1, 1);

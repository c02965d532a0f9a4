INSERT INTO houses VALUES (1, 'one', 7);
INSERT INTO flats VALUES (2, 1);

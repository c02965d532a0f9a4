INSERT INTO items VALUES (1, 'Ä'), (2, NULL);

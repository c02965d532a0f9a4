INSERT INTO shirts VALUES (1, 's'), (2, 'l'), (3, NULL);

INSERT INTO notes VALUES (1, 'ann'), (2, NULL);

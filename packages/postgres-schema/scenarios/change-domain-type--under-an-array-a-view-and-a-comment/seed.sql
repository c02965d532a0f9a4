INSERT INTO items VALUES (1, '{a,b}', 'a'), (2, NULL, NULL);

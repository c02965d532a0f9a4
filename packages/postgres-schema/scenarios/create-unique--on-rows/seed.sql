INSERT INTO people VALUES (1, 'a@example.org'), (2, NULL), (3, NULL);

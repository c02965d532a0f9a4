INSERT INTO people VALUES ('r', 'c'), (NULL, NULL), (NULL, NULL);

INSERT INTO people VALUES ('a'), (NULL);

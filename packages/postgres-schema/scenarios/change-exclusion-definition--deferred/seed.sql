INSERT INTO shifts VALUES ('[1,2)'), (NULL);

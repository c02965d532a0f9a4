INSERT INTO entries VALUES (1, 'One'), (2, 'Two');

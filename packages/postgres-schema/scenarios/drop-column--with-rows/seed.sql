INSERT INTO people VALUES (1, 'Ada', 'A'), (2, 'Grace', 'G');

INSERT INTO shops VALUES (1, ('Main', 2, 'Bonn'));

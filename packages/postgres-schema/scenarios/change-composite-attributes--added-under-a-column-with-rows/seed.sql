INSERT INTO shops VALUES (1, ('Main', 'Bonn')), (2, NULL);

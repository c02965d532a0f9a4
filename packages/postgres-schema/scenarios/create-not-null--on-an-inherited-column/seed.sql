INSERT INTO staff VALUES (1, NULL, 'a', 2);

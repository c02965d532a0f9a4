INSERT INTO teams VALUES (0), (1), (2);
INSERT INTO people VALUES (1, 1, NULL, 1, NULL), (2, NULL, 2, 0, 0);

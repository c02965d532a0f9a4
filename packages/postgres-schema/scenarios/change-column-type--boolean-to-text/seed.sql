INSERT INTO flags VALUES (1, true);

INSERT INTO readings_1 VALUES (1, 'a', 'b');

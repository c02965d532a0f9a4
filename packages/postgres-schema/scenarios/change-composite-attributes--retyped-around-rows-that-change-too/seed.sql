INSERT INTO boxes VALUES (1, ROW(ROW(2, 3), 4), ARRAY[ROW(ROW(5, 6), 7)::pair]);

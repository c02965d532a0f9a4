INSERT INTO parts VALUES (1, '{a}', 'b');

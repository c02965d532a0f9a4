INSERT INTO docs VALUES (1, '{"b": 1,  "a": 2, "a": 3}');

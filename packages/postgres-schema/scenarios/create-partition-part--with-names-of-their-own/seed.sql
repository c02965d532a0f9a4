INSERT INTO kinds VALUES (1), (2);
INSERT INTO events VALUES (1, 1, 'a'), (150, 2, 'b');

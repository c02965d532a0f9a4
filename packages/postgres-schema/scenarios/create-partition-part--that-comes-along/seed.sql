INSERT INTO kinds VALUES (1), (2);
INSERT INTO events_a VALUES (1, 1, 'a');

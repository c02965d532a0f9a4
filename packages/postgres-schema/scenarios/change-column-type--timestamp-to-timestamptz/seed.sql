INSERT INTO visits VALUES (1, '2024-01-01 12:00'), (2, 'infinity');

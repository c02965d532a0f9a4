INSERT INTO archive.files VALUES (1, 'age', '2024-01-01');

INSERT INTO points VALUES (1, 'one', '2026-01-01');

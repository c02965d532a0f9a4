INSERT INTO events_here VALUES (1, 'here', 'a');

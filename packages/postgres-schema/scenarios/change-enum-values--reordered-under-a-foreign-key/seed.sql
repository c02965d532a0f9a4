INSERT INTO boxes VALUES ('small'), ('large'); INSERT INTO parcels VALUES (1, 'large');

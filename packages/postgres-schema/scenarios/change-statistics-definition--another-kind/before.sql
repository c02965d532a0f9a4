CREATE TABLE addresses (zip text, city text);
CREATE STATISTICS zip_city (ndistinct) ON zip, city FROM addresses;
COMMENT ON STATISTICS zip_city IS 'they go together';

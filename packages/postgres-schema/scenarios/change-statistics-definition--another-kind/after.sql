CREATE TABLE addresses (zip text, city text);
CREATE STATISTICS zip_city (dependencies) ON zip, city FROM addresses;
COMMENT ON STATISTICS zip_city IS 'they go together';

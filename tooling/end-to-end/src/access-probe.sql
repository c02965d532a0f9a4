-- A function that tries everything on every table and view and takes it back, and says for which rows that went. Of `copied` rows of
-- each it tries whether a copy may be inserted; one that stumbles over a rule other than those of access was let in by these.
CREATE SCHEMA access_probe;
CREATE FUNCTION access_probe.copies(relation regclass, id_column text, most integer) RETURNS SETOF jsonb
  LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT to_jsonb(r) FROM %s r ORDER BY r.%I LIMIT %s', relation, id_column, most);
END $$;
CREATE FUNCTION access_probe.try_all(copied integer) RETURNS TABLE (relation text, doing text, ids text[]) LANGUAGE plpgsql AS $$
DECLARE
  of record;
  one jsonb;
  statement text;
  changeable text;
  givable text;
BEGIN
  FOR of IN SELECT oid::regclass AS name, relname, relkind FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v') ORDER BY relname
  LOOP
    relation := of.relname;
    SELECT min(quote_ident(attname)) FILTER (WHERE has_column_privilege(of.name, attnum, 'UPDATE')
             AND has_column_privilege(of.name, attnum, 'SELECT')),
           string_agg(quote_ident(attname), ', ') FILTER (WHERE has_column_privilege(of.name, attnum, 'INSERT')
             -- A view may show one column of its table under two names, which cannot both be given.
             AND (of.relkind = 'r' OR attname IN ('id', 'owner_id')))
      INTO changeable, givable FROM pg_attribute WHERE attrelid = of.name AND attnum > 0 AND NOT attisdropped;
    FOR doing, statement IN VALUES
      ('select', format('SELECT id FROM %s', of.name)),
      ('update', 'UPDATE ' || of.name || ' SET ' || changeable || ' = ' || changeable || ' RETURNING id'),
      ('delete', format('DELETE FROM %s RETURNING id', of.name))
    LOOP
      ids := NULL;
      BEGIN
        IF statement IS NULL THEN RAISE insufficient_privilege; END IF;
        EXECUTE format('WITH found AS (%s) SELECT coalesce(array_agg(id::text ORDER BY id), ''{}'') FROM found', statement) INTO ids;
        RAISE SQLSTATE 'TAKEN';
      EXCEPTION WHEN SQLSTATE 'TAKEN' THEN NULL; WHEN insufficient_privilege THEN ids := NULL;
      END;
      RETURN NEXT;
    END LOOP;
    doing := 'insert';
    ids := CASE WHEN givable IS NOT NULL THEN '{}'::text[] END;
    FOR one IN SELECT access_probe.copies(of.name, 'id', copied) LOOP
      EXIT WHEN givable IS NULL;
      BEGIN
        EXECUTE format('INSERT INTO %s (%s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, $1)', of.name, givable)
          USING one || jsonb_build_object('id', gen_random_uuid());
        RAISE SQLSTATE 'TAKEN';
      EXCEPTION
        WHEN insufficient_privilege THEN NULL;
        WHEN SQLSTATE 'TAKEN' OR integrity_constraint_violation THEN ids := ids || (one ->> 'id');
      END;
    END LOOP;
    RETURN NEXT;
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA access_probe TO anon, authenticated, service_role;

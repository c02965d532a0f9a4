import { idOf, type ObjectId, type Routine, type Sql, sql } from "@build-it/postgres-schema";

/**
 * The functions behind the behaviours, shared by all tables: each takes the names of the columns it works on from its
 * trigger. An empty search_path, so that nobody can slip other functions under them.
 */
const triggerFunction = (name: Routine["name"], definition: Sql): Routine => ({
  kind: "function",
  schema: "public",
  name,
  arguments: [],
  procedure: false,
  signature: "() RETURNS trigger",
  definition: definition.text,
  dependsOn: [],
});

export const setChangeTime: Routine = triggerFunction(
  "set_change_time",
  sql`CREATE OR REPLACE FUNCTION public.set_change_time() RETURNS trigger
  LANGUAGE plpgsql SET search_path = '' AS $function$
BEGIN
  NEW := jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], now()));
  RETURN NEW;
END
$function$`,
);

/** Changes by nobody who is signed in, a migration's or a server's, leave the last user in place. */
export const setChangeUser: Routine = triggerFunction(
  "set_change_user",
  sql`CREATE OR REPLACE FUNCTION public.set_change_user() RETURNS trigger
  LANGUAGE plpgsql SET search_path = '' AS $function$
BEGIN
  IF auth.uid() IS NOT NULL THEN
    NEW := jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], auth.uid()));
  END IF;
  RETURN NEW;
END
$function$`,
);

export const refuseChanges: Routine = triggerFunction(
  "refuse_changes",
  sql`CREATE OR REPLACE FUNCTION public.refuse_changes() RETURNS trigger
  LANGUAGE plpgsql SET search_path = '' AS $function$
DECLARE
  changed text;
BEGIN
  FOREACH changed IN ARRAY TG_ARGV LOOP
    IF to_jsonb(OLD) -> changed IS DISTINCT FROM to_jsonb(NEW) -> changed THEN
      RAISE EXCEPTION '%.% is set once and cannot change', TG_TABLE_NAME, changed
        USING ERRCODE = 'restrict_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, COLUMN = changed;
    END IF;
  END LOOP;
  RETURN NEW;
END
$function$`,
);

/**
 * Marks a row as deleted in place of deleting it. It runs as its owner: a policy that hides deleted rows would not let the
 * user's own statement make one.
 */
export const deleteSoftly: Routine = triggerFunction(
  "delete_softly",
  sql`CREATE OR REPLACE FUNCTION public.delete_softly() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $function$
BEGIN
  EXECUTE format('UPDATE %I.%I SET %I = now() WHERE ctid = $1', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_ARGV[0])
    USING OLD.ctid;
  RETURN NULL;
END
$function$`,
);

/** They come and go with the triggers that call them. */
export const behaviourFunctionIds: ReadonlySet<ObjectId> = new Set(
  [setChangeTime, setChangeUser, refuseChanges, deleteSoftly].map(idOf),
);

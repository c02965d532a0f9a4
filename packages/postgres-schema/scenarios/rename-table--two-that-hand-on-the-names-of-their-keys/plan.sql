-- before to after

-- lock: access_exclusive
ALTER TABLE public.accounts RENAME TO old_accounts;

-- lock: access_exclusive
ALTER TABLE public.new_accounts RENAME TO accounts;

-- lock: access_exclusive
ALTER TABLE public.accounts RENAME CONSTRAINT new_accounts_next_fkey TO accounts_next_fkey;

-- lock: access_exclusive
ALTER TABLE public.old_accounts RENAME CONSTRAINT accounts_next_fkey TO old_accounts_next_fkey;

-- lock: share_update_exclusive
ALTER INDEX public.accounts_next_idx RENAME TO old_accounts_next_idx;

-- lock: share_update_exclusive
ALTER INDEX public.new_accounts_next_idx RENAME TO accounts_next_idx;

-- lock: access_exclusive
ALTER TABLE public.old_accounts RENAME CONSTRAINT accounts_pkey TO old_accounts_pkey;

-- lock: access_exclusive
ALTER TABLE public.accounts RENAME CONSTRAINT new_accounts_pkey TO accounts_pkey;

-- lock: access_exclusive
ALTER TABLE public.old_accounts RENAME CONSTRAINT accounts_code_key TO old_accounts_code_key;

-- lock: access_exclusive
ALTER TABLE public.accounts RENAME CONSTRAINT new_accounts_code_key TO accounts_code_key;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.accounts RENAME TO new_accounts;

-- lock: access_exclusive
ALTER TABLE public.old_accounts RENAME TO accounts;

-- lock: access_exclusive
ALTER TABLE public.accounts RENAME CONSTRAINT old_accounts_next_fkey TO accounts_next_fkey;

-- lock: access_exclusive
ALTER TABLE public.new_accounts RENAME CONSTRAINT accounts_next_fkey TO new_accounts_next_fkey;

-- lock: share_update_exclusive
ALTER INDEX public.accounts_next_idx RENAME TO new_accounts_next_idx;

-- lock: share_update_exclusive
ALTER INDEX public.old_accounts_next_idx RENAME TO accounts_next_idx;

-- lock: access_exclusive
ALTER TABLE public.new_accounts RENAME CONSTRAINT accounts_pkey TO new_accounts_pkey;

-- lock: access_exclusive
ALTER TABLE public.accounts RENAME CONSTRAINT old_accounts_pkey TO accounts_pkey;

-- lock: access_exclusive
ALTER TABLE public.new_accounts RENAME CONSTRAINT accounts_code_key TO new_accounts_code_key;

-- lock: access_exclusive
ALTER TABLE public.accounts RENAME CONSTRAINT old_accounts_code_key TO accounts_code_key;

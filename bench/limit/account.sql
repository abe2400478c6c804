SELECT id, name, email, roles, email_verified, created_at, updated_at FROM users WHERE id = :customer AND deleted_at IS NULL;

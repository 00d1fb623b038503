-- Tenants per status: one request.
SELECT status, COUNT(*) AS tenants FROM workspaces GROUP BY status ORDER BY status;

-- The newest trials.
SELECT name, created_at FROM workspaces WHERE name LIKE 'Trial %' ORDER BY created_at DESC LIMIT 3;

-- What that cost.
SELECT http_method, path_template, query_text, http_status FROM driver.requests;

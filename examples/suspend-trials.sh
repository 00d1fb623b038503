#!/bin/sh
# Suspends the active trial tenants: shows first what that would send, then does it and keeps the report.
#
#   sh examples/suspend-trials.sh CLI_JAR [URL]
#
# Credentials come from AIRBYTE_CLIENT_ID, AIRBYTE_CLIENT_SECRET and AIRBYTE_ORGANIZATION_ID.
set -eu

jar=$1
url=${2:-jdbc:airbyte:demo}
update="UPDATE workspaces SET status = 'inactive' WHERE name LIKE 'Trial %' AND status = 'active'"

airbyte() {
  java -jar "$jar" --format csv "$@" "$url"
}

echo 'What it would send:' >&2
airbyte -e "EXPLAIN PLAN FOR $update" >&2

# One connection: the report is that of its last write. Status 1 = something was not done.
airbyte -e "$update" -e "SELECT workspace_id, workspace_name, state, message FROM driver.last_write"

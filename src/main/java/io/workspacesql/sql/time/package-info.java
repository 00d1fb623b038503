/** TIMESTAMP and INTERVAL with six digits and a zone, over a planner that knows neither. */
@NullMarked
package io.workspacesql.sql.time;

import org.jspecify.annotations.NullMarked;

/**
 * UPDATE, DELETE and INSERT become queries for the rows and values they need, then frozen tasks.
 */
@NullMarked
package io.workspacesql.sql.dml;

import org.jspecify.annotations.NullMarked;

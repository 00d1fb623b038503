/** Functions in FROM that mint tokens, on their way from syntax tree to leaf. */
@NullMarked
package io.workspacesql.sql.token;

import org.jspecify.annotations.NullMarked;

/** What happened on the wire: the ledger of requests. */
@NullMarked
package io.workspacesql.observe;

import org.jspecify.annotations.NullMarked;

/** What happens on the wire: the ledger of requests, listeners, and the log. */
@NullMarked
package io.workspacesql.observe;

import org.jspecify.annotations.NullMarked;

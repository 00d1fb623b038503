/** What happens on the wire: the ledger of requests and the progress of a reading. */
@NullMarked
package io.workspacesql.observe;

import org.jspecify.annotations.NullMarked;

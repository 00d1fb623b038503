/** What will be sent, why, and at most how often: pure values. */
@NullMarked
package io.workspacesql.plan;

import org.jspecify.annotations.NullMarked;

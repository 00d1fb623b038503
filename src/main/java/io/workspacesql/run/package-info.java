/** Carries out a request plan: page walk, key look-ups, counts. */
@NullMarked
package io.workspacesql.run;

import org.jspecify.annotations.NullMarked;

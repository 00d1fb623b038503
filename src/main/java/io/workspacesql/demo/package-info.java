/** A simulated organization behind a real loopback socket. */
@NullMarked
package io.workspacesql.demo;

import org.jspecify.annotations.NullMarked;

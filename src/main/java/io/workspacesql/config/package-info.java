/**
 * URL, properties and environment become one immutable {@link
 * io.workspacesql.config.ConnectionSettings}.
 */
@NullMarked
package io.workspacesql.config;

import org.jspecify.annotations.NullMarked;

package io.workspacesql.soundness;

/**
 * A way in which the driver did not do what it must.
 *
 * @param kind by which differences of the same sort are recognised: {@code rows}, {@code requests}
 *     or an SQLState
 */
record Difference(String kind, String what) {}

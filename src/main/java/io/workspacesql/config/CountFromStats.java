package io.workspacesql.config;

/** When COUNT(*) and COUNT by status may come from {@code /workspaces/stats}. */
public enum CountFromStats {
  /** When the parts add up; a finished walk that counts otherwise turns it off. */
  TRUST,
  /** Only after a paged count has agreed once on this connection. */
  VERIFY,
  /** Never: count by walking the pages. */
  NEVER
}

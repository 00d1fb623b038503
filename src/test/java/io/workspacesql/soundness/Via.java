package io.workspacesql.soundness;

import java.util.EnumSet;
import java.util.Set;

/** By which methods of JDBC a write reaches the driver. */
enum Via {
  STATEMENT_UPDATE,
  STATEMENT_LARGE_UPDATE,
  STATEMENT_EXECUTE,
  STATEMENT_KEYS,
  STATEMENT_BATCH,
  PREPARED_UPDATE,
  PREPARED_LARGE_UPDATE,
  PREPARED_EXECUTE,
  PREPARED_KEYS,
  PREPARED_BATCH,
  PREPARED_LARGE_BATCH,
  /** EXPLAIN PLAN FOR it. */
  EXPLAIN,
  /** On a connection with {@code dryRun=true}. */
  DRY_RUN,
  /** On a connection that is set to read-only. */
  READ_ONLY,
  /** As if it returned rows. */
  QUERY;

  static final Set<Via> SENDING_NOTHING = EnumSet.of(EXPLAIN, DRY_RUN, READ_ONLY, QUERY);
  static final Set<Via> PERFORMING = EnumSet.complementOf(EnumSet.copyOf(SENDING_NOTHING));

  boolean isPrepared() {
    return switch (this) {
      case STATEMENT_UPDATE,
          STATEMENT_LARGE_UPDATE,
          STATEMENT_EXECUTE,
          STATEMENT_KEYS,
          STATEMENT_BATCH ->
          false;
      case PREPARED_UPDATE,
          PREPARED_LARGE_UPDATE,
          PREPARED_EXECUTE,
          PREPARED_KEYS,
          PREPARED_BATCH,
          PREPARED_LARGE_BATCH,
          EXPLAIN,
          DRY_RUN,
          READ_ONLY,
          QUERY ->
          true;
    };
  }

  boolean isBatch() {
    return this == STATEMENT_BATCH || this == PREPARED_BATCH || this == PREPARED_LARGE_BATCH;
  }

  boolean givesKeys() {
    return this == STATEMENT_KEYS || this == PREPARED_KEYS;
  }
}

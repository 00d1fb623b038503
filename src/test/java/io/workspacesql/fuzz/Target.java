package io.workspacesql.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.api.NextPages;
import io.workspacesql.api.json.BadDocumentException;
import io.workspacesql.api.json.DeletionDocument;
import io.workspacesql.api.json.ErrorDocument;
import io.workspacesql.api.json.PageDocument;
import io.workspacesql.api.json.ScopedTokenDocument;
import io.workspacesql.api.json.StatsDocument;
import io.workspacesql.api.json.TokenDocument;
import io.workspacesql.api.json.WorkspaceDocument;
import io.workspacesql.catalog.Catalog;
import io.workspacesql.config.ConnectionSettings;
import io.workspacesql.config.Environment;
import io.workspacesql.demo.FaultScript;
import io.workspacesql.plan.PlanSettings;
import io.workspacesql.sql.Planning;
import io.workspacesql.sql.SqlEngine;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A place where the driver takes in what others wrote. Each is fed bytes, and throws when something
 * comes out that is not its way to refuse them.
 */
enum Target {
  /** A JDBC URL, by whoever configures a tool. */
  URL(10_000) {
    @Override
    void take(byte[] input) throws SQLException {
      String url = "jdbc:airbyte:" + text(input);
      ConnectionSettings.propertiesOf(url, new Properties());
      ConnectionSettings.from(url, new Properties(), NO_FILES);
    }
  },
  /** A page of a list, by the server. */
  PAGE(10_000) {
    @Override
    void take(byte[] input) throws BadDocumentException {
      PageDocument.read(input, Catalog.WORKSPACES.columns());
    }
  },
  /** The answer to an UPDATE or a look-up by id. */
  WORKSPACE(10_000) {
    @Override
    void take(byte[] input) throws BadDocumentException {
      WorkspaceDocument.read(input, Catalog.WORKSPACES.columns());
    }
  },
  /** The answer to a DELETE. */
  DELETION(10_000) {
    @Override
    void take(byte[] input) throws BadDocumentException {
      DeletionDocument.read(input, "0a5ae2a5-3f2f-4d0b-9a10-000000000001");
    }
  },
  /** The statistics of an organization. */
  STATS(10_000) {
    @Override
    void take(byte[] input) throws BadDocumentException {
      StatsDocument.read(input);
    }
  },
  /** A token. */
  TOKEN(10_000) {
    @Override
    void take(byte[] input) throws BadDocumentException {
      TokenDocument.read(input);
    }
  },
  /** A token for a new workspace, and what it is for. */
  SCOPED_TOKEN(10_000) {
    @Override
    void take(byte[] input) throws BadDocumentException {
      ScopedTokenDocument.token(input);
      ScopedTokenDocument.info(input);
    }
  },
  /** The body of an error, which may be anything; its message goes to terminals and logs. */
  ERROR(10_000) {
    @Override
    void take(byte[] input) {
      String message = ErrorDocument.read(input);
      assertThat(message.length()).isLessThanOrEqualTo(LONGEST_MESSAGE);
    }
  },
  /** A reference to the next page, by the server. */
  CURSOR(10_000) {
    @Override
    void take(byte[] input) throws SQLException {
      NextPages.follow(text(input));
    }
  },
  /** A statement, by anyone. */
  SQL(1_000) {
    @Override
    void take(byte[] input) throws SQLException {
      try {
        ENGINE.prepare(unseen(text(input)), Planning.within(PATIENCE));
      } catch (SQLException e) {
        assertThat(e.getSQLState()).as(e.getMessage()).isNotIn("XX000", "HYT00");
        throw e;
      }
    }
  },
  /** Faults of a demo organization, by whoever writes its URL. */
  FAULTS(10_000) {
    @Override
    void take(byte[] input) {
      FaultScript.parse(text(input));
    }

    @Override
    boolean refuses(Exception e) {
      return e instanceof IllegalArgumentException;
    }
  };

  private static final Environment NO_FILES =
      Environment.from(name -> null, name -> "io.workspacesql.files".equals(name) ? "deny" : null);
  private static final SqlEngine ENGINE = SqlEngine.of(new PlanSettings(100, true, ZoneOffset.UTC));
  private static final AtomicLong STATEMENTS = new AtomicLong();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LONGEST_MESSAGE = 1 << 16;

  private final int rounds;

  /**
   * @param rounds of mutations in an ordinary build: some seconds
   */
  Target(int rounds) {
    this.rounds = rounds;
  }

  int rounds() {
    return rounds;
  }

  abstract void take(byte[] input) throws SQLException, BadDocumentException;

  /** Whether it may say no in this way. */
  boolean refuses(Exception e) {
    return e instanceof SQLException || e instanceof BadDocumentException;
  }

  /** Passes when the input is taken, or refused as announced. */
  void feed(byte[] input) {
    try {
      take(input);
    } catch (Exception e) {
      if (!refuses(e)) {
        throw new AssertionError(name() + " let out " + e, e);
      }
    }
  }

  /** Plans are kept by their text, and a kept one shows nothing. */
  private static String unseen(String sql) {
    return sql + "\n-- " + STATEMENTS.incrementAndGet();
  }

  private static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }
}

package io.workspacesql.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** What a result set belongs to. */
interface ResultOwner {

  /** Nobody: a metadata question's rows. */
  ResultOwner NONE =
      new ResultOwner() {
        @Override
        public void closed(ResultSet result) {
          // nobody waits for it
        }

        @Override
        public @Nullable Statement statement() {
          return null;
        }

        @Override
        public @Nullable SQLWarning warning() {
          return null;
        }

        @Override
        public void clearWarnings() {
          // there are none
        }

        @Override
        public ResultForm results() {
          return ResultForm.forward(ResultSet.HOLD_CURSORS_OVER_COMMIT);
        }
      };

  /** Called once, after the result set has let its cursor go. */
  void closed(ResultSet result) throws SQLException;

  @Nullable Statement statement();

  @Nullable SQLWarning warning() throws SQLException;

  void clearWarnings() throws SQLException;

  ResultForm results();
}

package io.workspacesql.plan;

import io.workspacesql.catalog.FunctionDefinition;
import io.workspacesql.catalog.TokenFunctions;
import java.util.List;

/**
 * How a connection that may mint tokens asks for them.
 *
 * @param scopedTags whether a scoped token can be asked for with template tags
 * @param scopedPath below the base URL, as the others
 * @param widgetPath where widget tokens are minted
 */
public record TokenSettings(boolean scopedTags, String scopedPath, String widgetPath) {

  /** The functions that statements may call. */
  public List<FunctionDefinition> functions() {
    return TokenFunctions.all(scopedTags);
  }
}

package io.workspacesql.bench;

import java.util.List;

/** Things that are measured together, against a server in another JVM where one is needed. */
interface Suite {
  /** The rows of the page, one per setting. */
  List<Measurement> measure() throws Exception;
}

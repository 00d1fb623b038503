package io.workspacesql.bench;

import java.util.List;

/** Something that is measured, in the JVM that runs it, against a server in another one. */
interface Benchmark {
  /** The rows of the page, one per setting. */
  List<Measurement> measure() throws Exception;
}

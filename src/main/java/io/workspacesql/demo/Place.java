package io.workspacesql.demo;

/** Where a page begins, which is found anew for each request. */
interface Place {
  /** The number of the first tenant to look at. */
  int firstTenant(Gaps deleted);

  /** How many matches to leave out from there. */
  default int skip() {
    return 0;
  }

  /** Behind this many visible tenants: a deletion before it moves the others nearer. */
  record Position(int visible) implements Place {
    @Override
    public int firstTenant(Gaps deleted) {
      return deleted.tenantAt(visible);
    }
  }

  /** Behind this many matches: so does a change after which one matches no more. */
  record Matches(int skip) implements Place {
    @Override
    public int firstTenant(Gaps deleted) {
      return 0;
    }
  }

  /** Behind this tenant, whether or not it is still there. */
  record Behind(int tenant) implements Place {
    @Override
    public int firstTenant(Gaps deleted) {
      return tenant + 1;
    }
  }
}

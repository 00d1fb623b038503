package io.workspacesql.api;

import static io.workspacesql.catalog.Catalog.WORKSPACES;

import io.workspacesql.catalog.ColumnDefinition;
import java.util.List;

/** One write request of each kind. */
enum Write {
  PUT {
    @Override
    WriteAnswer<?> send(WorkspacesApi api, RequestScope scope) {
      List<ColumnDefinition> name = List.of(WORKSPACES.column("name"));
      return api.update(ApiServer.ID, List.of(new FieldValue(name.get(0), "n")), name, 1, scope);
    }
  },
  DELETE {
    @Override
    WriteAnswer<?> send(WorkspacesApi api, RequestScope scope) {
      return api.delete(ApiServer.ID, 1, scope);
    }
  },
  POST {
    @Override
    WriteAnswer<?> send(WorkspacesApi api, RequestScope scope) {
      return api.mintScopedToken("n", 1, scope);
    }
  };

  abstract WriteAnswer<?> send(WorkspacesApi api, RequestScope scope);
}

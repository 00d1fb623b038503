package io.workspacesql.jdbc;

import io.workspacesql.api.Minting;
import io.workspacesql.config.ConnectionSettings;
import io.workspacesql.plan.MintRequest;

/** How a connection creates workspaces, for those who send it and for those who show it. */
record NewWorkspaces(Minting minting) {

  static NewWorkspaces of(ConnectionSettings settings) {
    ConnectionSettings.NewWorkspaces given = settings.newWorkspaces();
    return new NewWorkspaces(
        new Minting(
            settings.apiDialect(),
            given.regionId(),
            given.sourceTemplateTags(),
            given.connectionTemplateTags()));
  }

  /** Where it is asked what a scoped token is for, below the base URL. */
  String tokenInfoPath() {
    return minting.infoPath();
  }

  MintRequest shown() {
    return new MintRequest(
        minting.path(),
        minting.nameField(),
        minting.regionId(),
        minting.sourceTemplateTags(),
        minting.connectionTemplateTags());
  }
}

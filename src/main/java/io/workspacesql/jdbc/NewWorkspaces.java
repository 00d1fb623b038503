package io.workspacesql.jdbc;

import io.workspacesql.api.Minting;
import io.workspacesql.config.ApiDialect;
import io.workspacesql.config.ConnectionSettings;
import io.workspacesql.plan.MintRequest;
import io.workspacesql.plan.TokenSettings;

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

  /** How its statements may mint tokens. */
  TokenSettings tokens() {
    return new TokenSettings(
        minting.dialect() == ApiDialect.EMBEDDED, minting.path(), minting.widgetPath());
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

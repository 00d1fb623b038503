package io.workspacesql.api.http;

import io.workspacesql.config.ConnectionSettings.Network;
import io.workspacesql.config.Secret;
import io.workspacesql.error.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The certificates of the property {@code trustStore}, trusted besides those of the JVM. Whatever
 * they are, the server's certificate must still be for its host name.
 */
final class AddedTrust {
  private AddedTrust() {}

  /** Does nothing when no trust store is named. */
  static void apply(OkHttpClient.Builder client, Network network) throws SQLException {
    String file = network.trustStore();
    if (file == null) {
      return;
    }
    try {
      X509TrustManager trust = trustManager(union(load(file, network)));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      client.sslSocketFactory(context.getSocketFactory(), trust);
    } catch (GeneralSecurityException | IOException | InvalidPathException e) {
      throw Failure.INVALID_PROPERTY.causedBy(
          e, "trustStore cannot be read (see also trustStorePassword and trustStoreType)");
    }
  }

  private static KeyStore load(String file, Network network)
      throws GeneralSecurityException, IOException {
    String type = network.trustStoreType();
    KeyStore store = KeyStore.getInstance(type == null ? KeyStore.getDefaultType() : type);
    Secret password = network.trustStorePassword();
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      store.load(in, password == null ? null : password.reveal().toCharArray());
    }
    return store;
  }

  private static KeyStore union(KeyStore added) throws GeneralSecurityException, IOException {
    List<Certificate> certificates = new ArrayList<>();
    Collections.addAll(certificates, trustManager(null).getAcceptedIssuers());
    for (String alias : Collections.list(added.aliases())) {
      if (added.getCertificate(alias) instanceof X509Certificate certificate) {
        certificates.add(certificate);
      }
    }
    KeyStore union = KeyStore.getInstance(KeyStore.getDefaultType());
    union.load(null, null);
    for (int i = 0; i < certificates.size(); i++) {
      union.setCertificateEntry(Integer.toString(i), certificates.get(i));
    }
    return union;
  }

  /** The trust in these certificates; null = in the JVM's. */
  private static X509TrustManager trustManager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager trust) {
        return trust;
      }
    }
    throw new GeneralSecurityException("the JVM has no X.509 trust manager");
  }
}

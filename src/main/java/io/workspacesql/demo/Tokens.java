package io.workspacesql.demo;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Application tokens: signed with a key of this organization, as the API's are, so that none needs
 * to be remembered. Safe for use by several threads.
 */
final class Tokens {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key = new SecretKeySpec(randomBytes(KEY_BYTES), ALGORITHM);
  private final Clock clock;
  private final Duration life;

  Tokens(Clock clock, Duration life) {
    this.clock = clock;
    this.life = life;
  }

  Duration life() {
    return life;
  }

  /** A new token: when it ends and a nonce, a dot, the signature. */
  String mint() {
    byte[] claim =
        ByteBuffer.allocate(Long.BYTES + NONCE_BYTES)
            .putLong(clock.instant().plus(life).toEpochMilli())
            .put(randomBytes(NONCE_BYTES))
            .array();
    return text(claim) + '.' + text(signature(claim));
  }

  /** Whether this organization made the token and it has not ended. */
  boolean accepts(String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return false;
    }
    byte[] claim = bytes(token.substring(0, dot));
    byte[] signature = bytes(token.substring(dot + 1));
    return MessageDigest.isEqual(signature, signature(claim))
        && clock.millis() < ByteBuffer.wrap(claim).getLong();
  }

  private byte[] signature(byte[] claim) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(claim);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** No bytes, which no signature fits, for what is not base64url. */
  private static byte[] bytes(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}

package io.workspacesql.demo;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens: signed with a key of this organization, as the API's are, so that none needs to be
 * remembered. Safe for use by several threads.
 */
final class Tokens {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 16;
  private static final Duration SCOPED_LIFE = Duration.ofMinutes(20);

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key = new SecretKeySpec(randomBytes(KEY_BYTES), ALGORITHM);
  private final Clock clock;
  private final Duration life;

  Tokens(Clock clock, Duration life) {
    this.clock = clock;
    this.life = life;
  }

  /** Whose token it is. */
  sealed interface Bearer permits Application, Scoped {

    /** Refuses a workspace that the token does not show. */
    void check(Optional<UUID> workspace) throws Refused;
  }

  /** May manage workspaces. */
  record Application() implements Bearer {
    @Override
    public void check(Optional<UUID> workspace) {}
  }

  /** May act inside one workspace. */
  record Scoped(UUID workspace) implements Bearer {
    @Override
    public void check(Optional<UUID> other) throws Refused {
      if (!other.equals(Optional.of(workspace))) {
        throw Refused.of(403, "A scoped token shows its own workspace alone");
      }
    }
  }

  /** How long application tokens live. */
  Duration life() {
    return life;
  }

  /** A new application token: when it ends and a nonce, a dot, the signature. */
  String mint() {
    return signed(claim(life, 0).array());
  }

  /** A new token of 20 minutes for this workspace, whose id is in the claim too. */
  String mintScoped(UUID workspace) {
    return signed(
        claim(SCOPED_LIFE, 2 * Long.BYTES)
            .putLong(workspace.getMostSignificantBits())
            .putLong(workspace.getLeastSignificantBits())
            .array());
  }

  private ByteBuffer claim(Duration duration, int more) {
    return ByteBuffer.allocate(Long.BYTES + NONCE_BYTES + more)
        .putLong(clock.instant().plus(duration).toEpochMilli())
        .put(randomBytes(NONCE_BYTES));
  }

  private String signed(byte[] claim) {
    return text(claim) + '.' + text(signature(claim));
  }

  /** Whose token this is; empty when this organization did not make it or it has ended. */
  Optional<Bearer> read(String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    byte[] claim = bytes(token.substring(0, dot));
    byte[] signature = bytes(token.substring(dot + 1));
    return MessageDigest.isEqual(signature, signature(claim))
        ? read(ByteBuffer.wrap(claim))
        : Optional.empty();
  }

  private Optional<Bearer> read(ByteBuffer claim) {
    if (clock.millis() >= claim.getLong()) {
      return Optional.empty();
    }
    claim.position(Long.BYTES + NONCE_BYTES);
    return Optional.of(
        claim.hasRemaining()
            ? new Scoped(new UUID(claim.getLong(), claim.getLong()))
            : new Application());
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

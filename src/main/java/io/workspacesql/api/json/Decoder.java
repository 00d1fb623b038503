package io.workspacesql.api.json;

/** Makes a value of a body. */
@FunctionalInterface
public interface Decoder<T> {
  T decode(byte[] body) throws BadDocumentException;
}

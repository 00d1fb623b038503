package io.workspacesql.demo;

import java.io.Serial;
import java.util.List;

/** A request that is answered with an error: the status and what its body says. */
final class Refused extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final transient List<Item> items;

  /** One entry of the body's {@code errors}. */
  record Item(String field, String message, String code) {
    static Item missing(String field) {
      return new Item(field, "Field required", "missing");
    }

    static Item noStatus(String field) {
      return new Item(field, "Input should be 'active' or 'inactive'", "enum");
    }
  }

  private Refused(int status, String message, List<Item> items) {
    super(message, null, false, false);
    this.status = status;
    this.items = List.copyOf(items);
  }

  static Refused of(int status, String message) {
    return new Refused(status, message, List.of());
  }

  static Refused unauthorized(String message) {
    return of(401, message);
  }

  /** 422, which names each field that is wrong. */
  static Refused invalid(List<Item> items) {
    return new Refused(422, items.get(0).message(), items);
  }

  static Refused invalid(String field, String message, String code) {
    return invalid(List.of(new Item(field, message, code)));
  }

  int status() {
    return status;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  List<Item> items() {
    return items;
  }
}

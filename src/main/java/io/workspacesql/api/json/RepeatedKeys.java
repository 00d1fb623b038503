package io.workspacesql.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keys of objects that come one after the other and mostly have the same keys in the same
 * order, as those of a page do. They are compared with the bytes, which is much faster than to read
 * each as a text and to look it up; keys in another order, new or missing ones are read as well. No
 * object may have a key twice.
 *
 * @param <K> what a key means
 */
final class RepeatedKeys<K> {
  private final Function<String, K> meaning;

  /** Those of the first object that has any. */
  private final List<Key<K>> usual = new ArrayList<>();

  private boolean learned;

  /** How many of the usual keys the current object has had, in their order. */
  private int place;

  /** All keys of the current object; null while they are the usual ones. */
  private @Nullable Set<String> seen;

  /**
   * @param meaning asked once for each usual key, and each time for any other
   */
  RepeatedKeys(Function<String, K> meaning) {
    this.meaning = meaning;
  }

  /** To be called at the start of each object. */
  void begin() {
    learned = !usual.isEmpty();
    place = 0;
    seen = null;
  }

  /** What the next key means, the parser standing on it; null at the end of the object. */
  @Nullable K next(JsonParser parser) throws IOException, BadDocumentException {
    if (seen == null && place < usual.size()) {
      Key<K> expected = usual.get(place);
      if (parser.nextFieldName(expected.text)) {
        place++;
        return expected.meaning;
      }
    } else {
      parser.nextToken();
    }
    return parser.hasToken(JsonToken.FIELD_NAME) ? other(parser.currentName()) : null;
  }

  private K other(String name) throws BadDocumentException {
    if (!namesSeen().add(name)) {
      throw new BadDocumentException("an object has a key twice");
    }
    K meant = meaning.apply(name);
    if (!learned) {
      usual.add(new Key<>(new SerializedString(name), meant));
      place++;
    }
    return meant;
  }

  private Set<String> namesSeen() {
    Set<String> names = seen;
    if (names == null) {
      names = new HashSet<>();
      for (Key<K> key : usual.subList(0, place)) {
        names.add(key.text.getValue());
      }
      seen = names;
    }
    return names;
  }

  private record Key<K>(SerializedString text, K meaning) {}
}

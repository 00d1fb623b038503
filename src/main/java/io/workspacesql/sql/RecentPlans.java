package io.workspacesql.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans by what they were made of; the least recently used go first. Safe for several threads. */
final class RecentPlans<K, V> {
  /** Enough for a tool's and a report's statements. */
  private static final int MOST = 256;

  private final Map<K, V> plans =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
          return size() > MOST;
        }
      };

  /** Null when there is none. */
  synchronized @Nullable V get(K key) {
    return plans.get(key);
  }

  synchronized void put(K key, V plan) {
    plans.put(key, plan);
  }
}

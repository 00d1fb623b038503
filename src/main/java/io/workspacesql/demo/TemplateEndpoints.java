package io.workspacesql.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import io.workspacesql.demo.Reply.JsonBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The endpoints that show the templates of an organization and their tags. */
final class TemplateEndpoints {
  private static final String TAGS = "tags";
  private static final String MODE = "tags_mode";

  private final String organizationId;
  private final DateTimeFormatter timestamps;

  TemplateEndpoints(String organizationId, Dialect dialect) {
    this.organizationId = organizationId;
    this.timestamps = WorkspaceJson.timestamps(dialect.fractionDigits());
  }

  Reply sources(HttpUrl url) throws Refused {
    TagFilter filter = TagFilter.of(url);
    return data(
        json -> {
          for (SourceTemplate template : SourceTemplate.ALL) {
            if (filter.fits(template.tags())) {
              template.write(organizationId, timestamps, json);
            }
          }
        });
  }

  Reply connections(HttpUrl url) throws Refused {
    TagFilter filter = TagFilter.of(url);
    return data(
        json -> {
          for (ConnectionTemplate template : ConnectionTemplate.ALL) {
            if (filter.fits(template.tags())) {
              template.write(organizationId, created(), json);
            }
          }
        });
  }

  Reply tags() {
    Set<String> names = new TreeSet<>();
    SourceTemplate.ALL.forEach(template -> names.addAll(template.tags()));
    ConnectionTemplate.ALL.forEach(template -> names.addAll(template.tags()));
    return data(
        json -> {
          for (String name : names) {
            write(name, json);
          }
        });
  }

  private void write(String tag, JsonGenerator json) throws IOException {
    String source = organizationId + ":tag:" + tag;
    UUID id = UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8));
    json.writeStartObject();
    json.writeStringField("id", id.toString());
    json.writeStringField("name", tag);
    json.writeStringField("organization_id", organizationId);
    json.writeStringField("created_at", created());
    json.writeStringField("updated_at", created());
    json.writeEndObject();
  }

  private String created() {
    return timestamps.format(SourceTemplate.CREATED);
  }

  private static Reply data(JsonBody rows) {
    return Reply.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("data");
          rows.writeTo(json);
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private record TagFilter(List<@Nullable String> tags, boolean any) {
    static TagFilter of(HttpUrl url) throws Refused {
      String mode = url.queryParameter(MODE);
      if (mode != null && !mode.equals("all") && !mode.equals("any")) {
        throw Refused.invalid(MODE, "Input should be 'all' or 'any'", "enum");
      }
      return new TagFilter(url.queryParameterValues(TAGS), "any".equals(mode));
    }

    boolean fits(List<String> has) {
      return tags.isEmpty()
          || (any ? tags.stream().anyMatch(has::contains) : has.containsAll(tags));
    }
  }
}

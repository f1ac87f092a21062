package onrecord.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import onrecord.query.ArchiveInfo;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the reports of commands that change an archive as JSON. */
final class Json {

  private static final JsonFactory JSON = JsonFactory.builder().build();

  private Json() {}

  /** Writes the properties of an object. */
  @FunctionalInterface
  interface Properties {
    void write(JsonGenerator out) throws IOException;
  }

  /** {@return an object on one line} */
  static String object(Properties properties) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      out.writeStartObject();
      properties.write(out);
      out.writeEndObject();
    }
    return text.toString();
  }

  /** Writes a value as a string, or null if there is none. */
  static void text(JsonGenerator out, String name, Optional<?> value) {
    if (value.isPresent()) {
      out.writeStringProperty(name, value.get().toString());
    } else {
      out.writeNullProperty(name);
    }
  }

  /** Writes how many articles, quotations and speakers an archive contains. */
  static void counts(JsonGenerator out, ArchiveInfo info) {
    out.writeNumberProperty("articles", info.articles());
    out.writeNumberProperty("quotations", info.quotations());
    out.writeNumberProperty("speakers", info.speakers());
  }
}

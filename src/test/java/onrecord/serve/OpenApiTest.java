package onrecord.serve;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.model.Published;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the interface for programs, compared with what is answered. */
class OpenApiTest {

  /** Requests whose answers have values of everything. */
  private static final Map<String, String> EXAMPLES =
      Map.ofEntries(
          entry(
              "/api/search",
              "q=pier&facet=speaker&facet=published:month&context=1&distinct=true&limit=1"),
          entry("/api/facets", "facet=speaker:3&facet=outlet"),
          entry("/api/timeline", "split=speaker&by=year"),
          entry("/api/keywords", "q=pier&minimum=1"),
          entry("/api/network", ""),
          entry("/api/concordance", "q=pier&order=R1,right&text=article&width=3&limit=5"),
          entry(
              "/api/table",
              "by=speaker:3&by=published:month&by=published:2024-01-01&metric=articles"
                  + "&metric=confidence&base=archive"),
          entry(
              "/api/pivot",
              "by=published:year&by=speaker:3&metric=articles&metric=confidence&base=archive"),
          entry("/api/words", "size=2&minimum=1&limit=3"),
          entry("/api/collocates", "of=pier&width=3&measure=log_dice&minimum=1"),
          entry("/api/dispersion", "of=pier&parts=published:month"),
          entry("/api/wordings", "minimum=2&words=2&limit=3"),
          entry("/api/suggest", "name=ad&limit=2"),
          entry("/api/cite", "q=pier&filter=speaker%3DAda+Holm"),
          entry("/api/error-rates", "label=right"),
          entry("/api/info", ""),
          entry("/api/openapi.json", ""));

  private static Archive archive() throws IOException {
    Archive archive = Archive.inMemory();
    for (int i = 0; i < 2; i++) {
      archive.add(
          Article.builder(
                  "one" + i,
                  "\"Bo Lind sold the pier,\" Ada Holm, the harbor master, said on Sunday. It rains.")
              .title("Pier")
              .outlet("Quay Post")
              .section("Harbor")
              .language("en")
              .authors(java.util.List.of("Cy Moss"))
              .tags(java.util.List.of("sea"))
              .url("https://pier.example/")
              .published(Published.parse("2024-05-01"))
              .build());
    }
    archive.add(Article.builder("two", "\"It rains.\"").build());
    archive.commit();
    return archive;
  }

  @Test
  void everyPathAnswersAsDescribed() throws IOException {
    try (Archive archive = archive();
        SearchServer server =
            SearchServer.start(
                archive, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      Client client = new Client(URI.create(server.address()));
      JsonNode description = read(client.get("/api/openapi.json"));
      Set<String> paths = new TreeSet<>(description.get("paths").propertyNames());

      assertThat(paths)
          .isEqualTo(new TreeSet<>(EXAMPLES.keySet()))
          .isEqualTo(
              new Routes(archive)
                  .paths().stream()
                      .filter(path -> path.startsWith("/api/"))
                      .collect(Collectors.toCollection(TreeSet::new)));
      for (String path : paths) {
        if (path.equals("/api/error-rates")) {
          continue;
        }
        JsonNode get = description.get("paths").get(path).get("get");
        Schemas schemas = new Schemas(description);
        schemas.check(path, schema(get, "200"), read(client.get(path + "?" + EXAMPLES.get(path))));
        if (get.has("parameters")) {
          schemas.check(path, schema(get, "default"), read(client.get(path + "?limit=none")));
          everyParameterIsKnown(client, description, path, get);
        }
      }
    }
  }

  @Test
  void aSheetIsAnsweredAsDescribed() throws IOException {
    try (Archive archive = archive();
        SearchServer server =
            SearchServer.start(
                archive, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      Client client = new Client(URI.create(server.address()));
      JsonNode description = read(client.get("/api/openapi.json"));
      JsonNode post = description.get("paths").get("/api/error-rates").get("post");
      Schemas schemas = new Schemas(description);

      for (String type : post.get("requestBody").get("content").propertyNames()) {
        String target = "/api/error-rates?label=right";
        Client.Answer full =
            client.post(target, type, "quotation,right\none0#1,no\none1#1,yes\nnone#1,yes\n");
        schemas.check("full", schema(post, "200"), read(full));
        assertThat(read(full).get("all").get("wrong").intValue()).isEqualTo(1);
        assertThat(read(full).get("problems")).hasSize(1);
        Client.Answer empty = client.post(target, type, "quotation,right\n");
        schemas.check("empty", schema(post, "200"), read(empty));
        schemas.check(
            "wrong", schema(post, "default"), read(client.post("/api/error-rates", type, "")));
      }
    }
  }

  private static JsonNode schema(JsonNode get, String status) {
    return get.get("responses").get(status).get("content").get("application/json").get("schema");
  }

  private static JsonNode read(Client.Answer answer) {
    return JsonMapper.shared().readTree(answer.content());
  }

  private static void everyParameterIsKnown(
      Client client, JsonNode description, String path, JsonNode get) throws IOException {
    for (JsonNode parameter : get.get("parameters")) {
      String reference = parameter.get("$ref").stringValue();
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      assertThat(
              description.get("components").get("parameters").get(name).get("name").stringValue())
          .isEqualTo(name);
      assertThat(client.get(path + "?" + name + "=").status()).as(path + " " + name).isEqualTo(200);
    }
    assertThat(client.get(path + "?other=").content()).contains("there is no parameter 'other'");
  }

  /** Checks values against the part of JSON Schema that the description uses. */
  private record Schemas(JsonNode description) {

    void check(String place, JsonNode schema, JsonNode value) {
      if (schema.has("$ref")) {
        String name = schema.get("$ref").stringValue().replace("#/components/schemas/", "");
        check(place, description.get("components").get("schemas").get(name), value);
      } else if (schema.has("oneOf")) {
        if (!value.isNull()) {
          check(place, schema.get("oneOf").get(0), value);
        }
      } else if (schema.get("type").isArray()) {
        assertThat(value.isString() || value.isNull()).as(place).isTrue();
      } else {
        checkType(place, schema, value);
      }
    }

    private void checkType(String place, JsonNode schema, JsonNode value) {
      switch (schema.get("type").stringValue()) {
        case "string" -> assertThat(value.isString()).as(place).isTrue();
        case "integer" -> assertThat(value.isIntegralNumber()).as(place).isTrue();
        case "number" -> assertThat(value.isNumber()).as(place).isTrue();
        case "boolean" -> assertThat(value.isBoolean()).as(place).isTrue();
        case "array" -> {
          assertThat(value.isArray()).as(place).isTrue();
          for (JsonNode element : value) {
            check(place + "[]", schema.get("items"), element);
          }
        }
        default -> checkObject(place, schema, value);
      }
    }

    private void checkObject(String place, JsonNode schema, JsonNode value) {
      assertThat(value.isObject()).as(place).isTrue();
      if (schema.has("required")) {
        for (JsonNode name : schema.get("required")) {
          assertThat(value.has(name.stringValue())).as(place + " has " + name).isTrue();
        }
      }
      for (String name : value.propertyNames()) {
        if (schema.has("properties")) {
          assertThat(schema.get("properties").has(name)).as(place + "." + name).isTrue();
          check(place + "." + name, schema.get("properties").get(name), value.get(name));
        } else if (schema.has("additionalProperties")) {
          check(place + "." + name, schema.get("additionalProperties"), value.get(name));
        }
      }
    }
  }
}

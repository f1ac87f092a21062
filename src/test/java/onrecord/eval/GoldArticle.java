package onrecord.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Span;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An article with manually annotated quotations. All spans are Java string indices; offsets in the
 * files are code points. Immutable.
 *
 * @param article the article itself
 * @param fragments the quoted fragments that have a source, without those that are doubted
 * @param attributions all annotated attributions, including those without quotation marks
 * @param quoted all quoted fragments, including those without a source
 * @param speakers the labels of the sources, by the start of their fragment; empty if there are
 *     none
 * @param doubted words that count neither as right nor as wrong: fragments whose source is not
 *     certain, and quotations that were not annotated
 */
record GoldArticle(
    Article article,
    List<Fragment> fragments,
    List<Attribution> attributions,
    List<Span> quoted,
    Map<Integer, Label> speakers,
    List<Span> doubted) {

  /** Quoted words and the spans of their source. */
  record Fragment(Span words, String kind, List<Span> source) {}

  /** An annotated attribution: what was said, and by whom. */
  record Attribution(List<Span> content, List<Span> source) {}

  /** The identity of a source: a name and other forms of it. */
  record Label(String name, List<String> aliases) {}

  /** Returns the newspaper: the article's id up to the first underscore. */
  String publisher() {
    String id = article.id();
    int end = id.indexOf('_');
    return end < 0 ? id : id.substring(0, end);
  }

  /** Which articles of a file are read. */
  enum Choice {
    /** Every article. */
    ALL,
    /** The articles that the file of speakers has. */
    LABELLED
  }

  /** Reads a file of articles; {@code speakers} may be null for articles without labels. */
  static List<GoldArticle> read(Path gold, @Nullable Path speakers, Choice choice)
      throws IOException {
    Map<String, JsonNode> labels = new HashMap<>();
    if (speakers != null) {
      forEachLine(speakers, node -> labels.put(string(node, "id"), node));
    }
    List<GoldArticle> articles = new ArrayList<>();
    forEachLine(
        gold,
        node -> {
          JsonNode labelled = labels.get(string(node, "id"));
          if (labelled != null || choice == Choice.ALL) {
            articles.add(parse(node, labelled));
          }
        });
    return List.copyOf(articles);
  }

  private interface NodeConsumer {
    void accept(JsonNode node);
  }

  private static void forEachLine(Path file, NodeConsumer consumer) throws IOException {
    int[] line = {0};
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      lines.forEach(text -> {
        line[0]++;
        if (!text.isBlank()) {
          try {
            consumer.accept(JsonMapper.shared().readTree(text));
          } catch (JacksonException | IllegalArgumentException e) {
            throw new UncheckedIOException(
                new IOException(file + ":" + line[0] + ": " + e.getMessage(), e));
          }
        }
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static GoldArticle parse(JsonNode node, @Nullable JsonNode labelled) {
    String text = string(node, "text");
    int[] index = indexOfCodePoint(text);
    Article.Builder article = Article.builder(string(node, "id"), text);
    if (node.has("title")) {
      article.title(string(node, "title"));
    }
    if (node.has("author") && !string(node, "author").isBlank()) {
      article.authors(List.of(string(node, "author")));
    }
    if (node.has("date")) {
      article.published(Published.parse(string(node, "date")));
    }
    List<Fragment> fragments = new ArrayList<>();
    List<Span> quoted = new ArrayList<>();
    List<Span> doubted = new ArrayList<>();
    Map<Integer, Label> speakers = new HashMap<>();
    if (labelled != null) {
      doubted.addAll(spans(labelled.path("ignore"), index));
    }
    for (JsonNode f : node.required("fragments").values()) {
      int start = f.required("start").asInt();
      Span words = new Span(index[start], index[f.required("end").asInt()]);
      List<Span> source = spans(f.required("source"), index);
      quoted.add(words);
      JsonNode label =
          labelled == null ? null : labelled.required("labels").get(Integer.toString(start));
      if (label != null) {
        speakers.put(words.start(), label(label));
      }
      if (label != null && label.has("doubt")) {
        doubted.add(words);
      } else if (!source.isEmpty()) {
        fragments.add(new Fragment(words, string(f, "kind"), source));
      }
    }
    List<Attribution> attributions = new ArrayList<>();
    for (JsonNode a : node.path("attributions").values()) {
      attributions.add(
          new Attribution(spans(a.required("content"), index), spans(a.required("source"), index)));
    }
    return new GoldArticle(
        article.build(),
        List.copyOf(fragments),
        List.copyOf(attributions),
        List.copyOf(quoted),
        Map.copyOf(speakers),
        List.copyOf(doubted));
  }

  private static Label label(JsonNode node) {
    List<String> aliases = new ArrayList<>();
    node.path("aliases").values().forEach(alias -> aliases.add(alias.asString()));
    return new Label(string(node, "name"), List.copyOf(aliases));
  }

  private static List<Span> spans(JsonNode pairs, int[] index) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode pair : pairs.values()) {
      spans.add(new Span(index[pair.required(0).asInt()], index[pair.required(1).asInt()]));
    }
    return List.copyOf(spans);
  }

  private static String string(JsonNode node, String field) {
    return node.required(field).asString();
  }

  /** Returns the string index of each code point, followed by the length of the text. */
  private static int[] indexOfCodePoint(String text) {
    int[] index = new int[text.codePointCount(0, text.length()) + 1];
    int at = 0;
    for (int i = 0; i < index.length - 1; i++) {
      index[i] = at;
      at += Character.charCount(text.codePointAt(at));
    }
    index[index.length - 1] = at;
    return index;
  }
}

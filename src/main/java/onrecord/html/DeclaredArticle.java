package onrecord.html;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The article that the linked data of a page describes, in the vocabulary of schema.org. Immutable.
 *
 * @param node the properties of the article; empty if the page describes none
 * @param ids the nodes that have an identifier, to which others refer
 */
record DeclaredArticle(Map<String, Object> node, Map<String, Map<String, Object>> ids) {

  private static final int MAX_NODES = 5000;
  private static final int MAX_VALUES = 200;
  private static final ImmutableSet<String> TYPES =
      ImmutableSet.of(
          "article",
          "newsarticle",
          "reportagenewsarticle",
          "analysisnewsarticle",
          "askpublicnewsarticle",
          "backgroundnewsarticle",
          "opinionnewsarticle",
          "reviewnewsarticle",
          "advertisercontentarticle",
          "satiricalarticle",
          "scholarlyarticle",
          "techarticle",
          "report",
          "blogposting",
          "liveblogposting",
          "socialmediaposting",
          "webpageelement:article");

  /**
   * {@return the article that some linked data describes: the first of those that have a headline
   * or a text}
   */
  static DeclaredArticle of(List<String> linkedData) {
    List<Map<String, Object>> articles = new ArrayList<>();
    Map<String, Map<String, Object>> ids = new HashMap<>();
    for (String json : linkedData) {
      LinkedData.parse(json).ifPresent(value -> collect(value, articles, ids));
    }
    Map<String, Object> best = Map.of();
    int most = -1;
    for (Map<String, Object> article : articles) {
      int score = weight(article);
      if (score > most) {
        most = score;
        best = article;
      }
    }
    return new DeclaredArticle(best, ids);
  }

  /** The more of what matters a node has, the likelier it is the description of the page. */
  private static int weight(Map<String, Object> article) {
    int score = 0;
    for (String name : List.of("headline", "datePublished", "author", "articleBody")) {
      score += article.containsKey(name) ? 1 : 0;
    }
    return score;
  }

  @SuppressWarnings("unchecked")
  private static void collect(
      Object value, List<Map<String, Object>> articles, Map<String, Map<String, Object>> ids) {
    Deque<Object> open = new ArrayDeque<>();
    open.push(value);
    int nodes = 0;
    while (!open.isEmpty() && nodes++ < MAX_NODES) {
      Object next = open.pop();
      if (next instanceof List<?> list) {
        for (int i = list.size() - 1; i >= 0; i--) {
          open.push(list.get(i));
        }
      } else if (next instanceof Map<?, ?> map) {
        Map<String, Object> node = (Map<String, Object>) map;
        if (node.get("@id") instanceof String id && node.size() > 1) {
          ids.putIfAbsent(id, node);
        }
        if (isArticle(node.get("@type"))) {
          articles.add(node);
        }
        for (String name : List.of("mainEntity", "mainEntityOfPage", "@graph")) {
          Object inner = node.get(name);
          if (inner != null) {
            open.push(inner);
          }
        }
      }
    }
  }

  private static boolean isArticle(@Nullable Object type) {
    if (type instanceof List<?> list) {
      return list.stream().anyMatch(DeclaredArticle::isArticle);
    }
    if (!(type instanceof String name)) {
      return false;
    }
    String local = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
    return TYPES.contains(local.toLowerCase(Locale.ROOT));
  }

  /** {@return the first text that a property has} */
  Optional<String> text(String name) {
    return texts(name).stream().findFirst();
  }

  /** {@return the texts that a property has, whatever its shape; of a node, its name} */
  Set<String> texts(String name) {
    Set<String> texts = new LinkedHashSet<>();
    Object value = node.get(name);
    Deque<Object> open = new ArrayDeque<>();
    if (value != null) {
      open.push(value);
    }
    int nodes = 0;
    while (!open.isEmpty() && nodes++ < MAX_VALUES) {
      Object next = open.pop();
      if (next instanceof String text) {
        addText(text, texts);
      } else if (next instanceof List<?> list) {
        for (int i = list.size() - 1; i >= 0; i--) {
          open.push(list.get(i));
        }
      } else if (next instanceof Map<?, ?> map) {
        pushName(map, open);
      }
    }
    return texts;
  }

  private void pushName(Map<?, ?> map, Deque<Object> open) {
    Object name = map.get("name");
    if (name == null) {
      name = map.get("@value");
    }
    if (name == null && map.get("@id") instanceof String id) {
      Map<String, Object> node = ids.get(id);
      name = node == null ? null : node.get("name");
    }
    if (name != null) {
      open.push(name);
    }
  }

  private static void addText(String text, Set<String> texts) {
    String plain = text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text;
    if (!plain.isBlank()) {
      texts.add(plain.strip());
    }
  }
}
